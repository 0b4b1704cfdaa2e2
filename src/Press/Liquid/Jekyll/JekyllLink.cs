using System.Text.Encodings.Web;
using Fluid;

namespace Press;

/// <summary>
/// <c>{% link _posts/a.md %}</c> and <c>{% post_url 2025-01-01-a %}</c>: a link to the source. Where that leads is known when all
/// sources have been read.
/// </summary>
/// <seealso cref="LinkTargets"/>
internal sealed class JekyllLink(string markup, bool isPost) : JekyllStatement(markup)
{
    protected override async ValueTask WriteAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var name = (await ExpandAsync(Markup, context)).Trim().TrimStart('/');
        var path = isPost ? $"/{SourceName.PostsFolder}{WithoutPostsFolder(name)}{LinkTargets.AnyPost}" : $"/{name}";
        await writer.WriteAsync(UrlPath.Encode(path));
    }

    private static string WithoutPostsFolder(string name) => SourceName.WithoutPostsFolder(name);
}
