namespace Press;

/// <summary>A post of a part of the search index.</summary>
/// <param name="Entry">What the index says of it.</param>
/// <param name="Words">Those of its body.</param>
internal readonly record struct IndexedPost(PostEntry Entry, PostWords Words)
{
    /// <summary>Whether the index has of both the same.</summary>
    public bool IsSame(IndexedPost other) =>
        Entry.Path == other.Entry.Path
        && Entry.Title == other.Entry.Title
        && Entry.Date.EqualsExact(other.Entry.Date)
        && Entry.Tags.SequenceEqual(other.Entry.Tags, StringComparer.Ordinal)
        && Entry.Categories.SequenceEqual(other.Entry.Categories, StringComparer.Ordinal)
        && Words.Bytes.Span.SequenceEqual(other.Words.Bytes.Span);
}
