namespace Press;

/// <summary>
/// What the page of one post says of another. It is little, so that an edit of a post changes no other page than it must.
/// </summary>
internal sealed record PostReference(string Title, string Path, string Lang, DateTimeOffset Date)
{
    public static PostReference To(PostEntry entry) => new(entry.Title, entry.Path, entry.Lang, entry.Date);
}
