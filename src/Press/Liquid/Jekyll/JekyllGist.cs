using System.Text.Encodings.Web;
using Fluid;

namespace Press;

/// <summary><c>{% gist user/id file %}</c>: a link, since the script that shows a gist is not a post's to run.</summary>
/// <seealso href="https://github.com/jekyll/jekyll-gist"/>
internal sealed class JekyllGist(string markup) : JekyllStatement(markup)
{
    protected override async ValueTask WriteAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var words = (await ExpandAsync(Markup, context)).Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is [])
            return;
        var id = words[0].Trim('"', '\'');
        var url = $"https://gist.github.com/{UrlPath.Encode(id)}";
        var file = words.Length > 1 ? $" {words[1].Trim('"', '\'')}" : "";
        await writer.WriteAsync($"<a href=\"{HtmlEncoder.Default.Encode(url)}\">{HtmlEncoder.Default.Encode(url + file)}</a>");
    }
}
