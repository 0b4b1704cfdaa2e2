namespace Press;

/// <summary>What a piece of code is to its reader; each but the first is a class of the theme (<c>hl-keyword</c>).</summary>
internal enum CodeToken
{
    Plain,
    Comment,
    Keyword,
    String,
    Number,
    Type,
    Name,

    /// <summary>A line that a patch adds.</summary>
    Inserted,

    /// <summary>A line that a patch removes.</summary>
    Deleted,
}
