namespace Press;

/// <summary>A link or a picture of a post that leads, or should lead, to something of this site.</summary>
/// <param name="Url">As it stands in the post's HTML, percent-decoded and in NFC; by it the link is found there.</param>
/// <param name="Position">Where its author wrote it.</param>
/// <param name="Nearest">For a fragment of the post itself: the nearest of its ids. Null if there is none, and for all other links.</param>
public sealed record PostLink(string Url, TextPosition Position, string? Nearest = null)
{
    /// <summary>The URL without query and fragment.</summary>
    internal string Path => Url[..End(Url, "?#")];

    /// <summary>Query and fragment, each with its mark; empty if there is neither.</summary>
    internal string Suffix => Url[End(Url, "?#")..];

    /// <summary>What follows the <c>#</c>; empty if there is none.</summary>
    internal string Fragment => Url.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? Url[(mark + 1)..] : "";

    private static int End(string url, string marks) => url.AsSpan().IndexOfAny(marks) is var end and >= 0 ? end : url.Length;
}
