using System.Collections.Immutable;

namespace Press;

/// <summary>All that a post's page shows of the site around it. A page whose post and context are the same as before is the same as before.</summary>
/// <param name="Entry">The post as the index has it.</param>
/// <param name="Newer">The listed post of the same language just after it in time; null at the end.</param>
/// <param name="Older">The one just before it.</param>
/// <param name="Translations">The same post in other languages, in the order in which the site offers them.</param>
/// <param name="LinkTargets">The paths to which its links to other posts lead, by number; null for one that leads nowhere.</param>
/// <param name="Images">The pictures that it shows and of which something is known, those of its neighbours' cards too; by file (ordinal).</param>
internal sealed record PageContext(PostEntry Entry, PostEntry? Newer, PostEntry? Older, ImmutableArray<PostEntry> Translations, ImmutableArray<string?> LinkTargets, ImmutableArray<SiteImage> Images)
{
    /// <summary>The post with its links to other posts, and its images dressed.</summary>
    public Post Resolve(Post post, SiteSettings settings)
    {
        var images = new SiteImages(settings, Images);
        return post with
        {
            Html = ImageTags.Dress(Press.LinkTargets.Resolve(post.Html, post.SourceLinks, LinkTargets, settings), images, firstIsInView: true),
            ExcerptHtml = ImageTags.Dress(Press.LinkTargets.Resolve(post.ExcerptHtml, post.SourceLinks, LinkTargets, settings), images, firstIsInView: false),
        };
    }
}
