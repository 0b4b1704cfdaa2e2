namespace Press;

/// <summary>A post that is not public now.</summary>
/// <param name="SourceName">Its source.</param>
/// <param name="Path">The path of its page, once it is public.</param>
/// <param name="Title">Its title.</param>
/// <param name="Why">Why it is not public.</param>
/// <param name="Due">When it comes out; null unless it is <see cref="WithheldReason.ToCome"/>.</param>
public sealed record WithheldPost(string SourceName, string Path, string Title, WithheldReason Why, DateTimeOffset? Due)
{
    /// <summary>The post, if it is withheld at this moment by the settings of its site; else null.</summary>
    internal static WithheldPost? Of(PostSummary post, DateTimeOffset now, SiteSettings settings)
    {
        if (post.IsPublic(now, settings))
            return null;
        var why = post.IsWithheld ? WithheldReason.Draft : post.IsOver(now) ? WithheldReason.Over : WithheldReason.ToCome;
        return new WithheldPost(
            post.SourceName, post.Entry.Path, post.Entry.Title, why, why == WithheldReason.ToCome ? post.ComesOut : null);
    }
}

/// <summary>Why a post is not public.</summary>
public enum WithheldReason
{
    /// <summary>It is a draft, or says that it is not to be published.</summary>
    Draft,

    /// <summary>It is dated in the future.</summary>
    ToCome,

    /// <summary>A date that it names for its end has passed.</summary>
    Over,
}
