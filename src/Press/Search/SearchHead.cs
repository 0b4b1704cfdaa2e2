using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Press;

/// <summary>The first line of a part: where everything is.</summary>
/// <param name="Format">Of the file; 1 is the only one.</param>
/// <param name="Count">How many posts it has, the oldest first.</param>
/// <param name="Posts">How many bytes each piece of posts has, from the byte behind the line on.</param>
/// <param name="Keys">The pieces of keys, by key (ordinal); they follow.</param>
internal sealed record SearchHead(int Format, int Count, ImmutableArray<int> Posts, ImmutableArray<SearchPiece> Keys);

/// <summary>A piece of keys.</summary>
/// <param name="K">The first of them.</param>
/// <param name="N">How many bytes it has.</param>
internal sealed record SearchPiece(string K, int N);

/// <summary>A post as results show it.</summary>
/// <param name="Path">Below the base URL, percent-encoded.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Day">The day, as the post's own time zone has it; empty for a page without one.</param>
internal sealed record SearchPost(string Path, string Title, string Day)
{
    public static SearchPost Of(PostEntry entry) => new(
        UrlPath.Encode(entry.Path),
        string.Join(' ', entry.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        entry.Date == DateTimeOffset.UnixEpoch ? "" : entry.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static SearchPost Parse(string line) =>
        line.Split('\t') is [var path, var title, var day] ? new(path, title, day) : new("", "", "");

    public string ToLine() => $"{Path}\t{Title}\t{Day}\n";
}

/// <summary>Names the parts of the index.</summary>
/// <param name="Base">What stands before the paths of posts in links.</param>
/// <param name="Index">What stands behind those that end in a slash: empty, or <c>index.html</c>.</param>
/// <param name="Languages">In the site's order.</param>
internal sealed record SearchList(string Base, string Index, ImmutableArray<SearchLanguage> Languages);

/// <summary>A language of the index.</summary>
/// <param name="Lang">A BCP 47 tag.</param>
/// <param name="Parts">Their names beside the list, the newest first.</param>
internal sealed record SearchLanguage(string Lang, ImmutableArray<string> Parts);

[JsonSerializable(typeof(SearchHead))]
[JsonSerializable(typeof(SearchList))]
internal sealed partial class SearchJson : JsonSerializerContext
{
    public static SearchJson Readable { get; } = new(new JsonSerializerOptions(StoredJson.Writing));
}
