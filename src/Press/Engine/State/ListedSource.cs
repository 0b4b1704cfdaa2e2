using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>As much of a <see cref="KnownSource"/> as readers of the catalog need. Its JSON can be read from that of one, too.</summary>
internal sealed record ListedSource(bool IsPublic, PostEntry? Published, ListedSource.OfSummary? Summary, ListedSource.OfImage? Image)
{
    /// <summary>What a catalog says of it; null if it is not public.</summary>
    [JsonIgnore]
    public PostEntry? Entry => IsPublic ? Published ?? Summary!.Entry : null;

    /// <summary>What readers need of a source.</summary>
    public static ListedSource Of(KnownSource source) => new(
        source.IsPublic,
        // Listings of the site show the excerpt as HTML, and answers never do.
        source.IsPublic ? (source.Published ?? source.Summary!.Entry) with { ExcerptHtml = "" } : null,
        Summary: null,
        source.Image?.Facts is { } facts ? new OfImage(facts) : null);

    /// <summary>As much of a <see cref="PostSummary"/>.</summary>
    internal sealed record OfSummary(PostEntry Entry);

    /// <summary>As much of a <see cref="KnownImage"/>.</summary>
    internal sealed record OfImage(ImageFacts? Facts);
}

[JsonSerializable(typeof(ImmutableArray<KeyValuePair<string, ListedSource>>))]
internal sealed partial class ListedSourceJson : JsonSerializerContext
{
    public static ListedSourceJson Compact { get; } = new(new(StoredJson.Writing));
}
