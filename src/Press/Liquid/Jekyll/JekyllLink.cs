using System.Text.Encodings.Web;
using Fluid;

namespace Press;

/// <summary>
/// <c>{% link _posts/a.md %}</c> and <c>{% post_url 2025-01-01-a %}</c>: a link to the source. Where that leads is known when all
/// sources have been read.
/// </summary>
internal sealed class JekyllLink(string markup, bool isPost) : JekyllStatement(markup)
{
    /// <summary>The extension with which a post is named whose own is not known.</summary>
    public const string AnyPost = ".md";

    protected override async ValueTask WriteAsync(TextWriter writer, TextEncoder encoder, TemplateContext context)
    {
        var name = (await ExpandAsync(Markup, context)).Trim().TrimStart('/');
        var path = isPost ? $"/{SourceName.PostsFolder}{WithoutPostsFolder(name)}{AnyPost}" : $"/{name}";
        await writer.WriteAsync(UrlPath.Encode(path));
    }

    private static string WithoutPostsFolder(string name) => SourceName.WithoutPostsFolder(name);
}
