namespace Press;

/// <summary>What a source that can be read as a page is to a site.</summary>
public enum SourceRole
{
    /// <summary>It is listed, and stands in feeds and in the index.</summary>
    Post,

    /// <summary>It has a page, and is in no listing, feed or index.</summary>
    Page,

    /// <summary>A post of a site that has no <c>_posts</c> folder, else what <see cref="Page"/> or <see cref="None"/> is.</summary>
    PostWithoutFolder,

    /// <summary>It is not published: a file without front matter that lies in no folder of posts.</summary>
    None,
}
