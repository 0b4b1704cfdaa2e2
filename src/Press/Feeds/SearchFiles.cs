using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Press;

/// <summary>
/// The search index of the site: parts, each with some posts of one language, and a small list that names them. Parts of posts are counted
/// from the oldest, so that a new post changes the last part of its language alone.
/// </summary>
internal sealed class SearchFiles(PlanInputs inputs)
{
    // A word of a text adds about as much to its distinct words.
    private const int BytesOfWord = 8;

    /// <summary>The files.</summary>
    public static IEnumerable<PlannedFile> Of(PlanInputs inputs) => new SearchFiles(inputs).Files();

    private IEnumerable<PlannedFile> Files()
    {
        var settings = inputs.Settings;
        var pages = inputs.Plan.PageEntries.Where(page => page is { Hidden: false, Title: not "" } && !SourceRoles.IsNotFound(page.Source))
            .ToLookup(page => page.Lang, StringComparer.Ordinal);
        var languages = settings.InOrder(
            inputs.Catalog.ListedLanguages.Union(pages.Select(page => page.Key), StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var files = new List<PlannedFile>();
        var listed = ImmutableArray.CreateBuilder<SearchLanguage>();
        foreach (var language in languages)
        {
            ImmutableArray<Part> parts =
            [
                .. PartsOf(language, inputs.Catalog.Listed(language)).Reverse(),
                .. PartsOf("pages-" + language, pages[language].OrderByDescending(page => page.Path, StringComparer.Ordinal)),
            ];
            files.AddRange(parts.Select(FileOf));
            listed.Add(new SearchLanguage(language, [.. parts.Select(part => part.Name)]));
        }

        var list = new SearchList(settings.BaseUrl, settings.LinkIndexFiles ? "index.html" : "", listed.ToImmutable());
        var hash = new HashBuilder();
        hash.Add(inputs.Hashes.Settings);
        foreach (var language in list.Languages)
        {
            hash.Add(language.Lang);
            foreach (var part in language.Parts)
                hash.Add(part);
        }

        return files.Append(new PlannedFile(GeneratedName.Search, hash.ToHash(), SourceName: null, (_, _, _) =>
            new(Rendered(GeneratedName.Search, JsonSerializer.SerializeToUtf8Bytes(list, SearchJson.Readable.SearchList)))));
    }

    private IEnumerable<Part> PartsOf(string name, IEnumerable<PostEntry> entries) =>
        PartCut
            .Of(entries, SearchPart.MaxPosts, SearchPart.MaxWordBytes, entry =>
                Math.Min(PostWords.MaxBytes, (long)entry.WordCount * BytesOfWord))
            .Select((posts, place) => PartOf(
                string.Create(CultureInfo.InvariantCulture, $"{GeneratedName.SearchPartsPrefix}{name}-{place + 1}.txt"),
                [.. posts.Reverse().Select(post => inputs.Plan.LinkedOf(post.Source))]));

    private Part PartOf(string name, ImmutableArray<LinkedPost> posts)
    {
        var toIndex = ImmutableArray.CreateBuilder<PostToIndex>(posts.Length);
        var hash = new HashBuilder();
        foreach (var post in posts)
        {
            hash.Add(post.EntryHash);
            hash.Add(inputs.Hashes.BodyOf(post.Summary));
            toIndex.Add(new PostToIndex(inputs.Hashes.WordsOf(post.Summary), post.Summary, post.Entry));
        }

        return new Part(name, toIndex.MoveToImmutable(), hash.ToHash());
    }

    private PlannedFile FileOf(Part part) => new(
        part.Name,
        HashBuilder.OfAll(inputs.Hashes.Settings, part.Version),
        SourceName: null,
        async (_, content, cancellationToken) =>
            Rendered(part.Name, await content.WriteSearchPartAsync(part.Name, part.Posts, cancellationToken)));

    private static RenderedFile Rendered(string name, byte[] bytes) => new(PublicFiles.GeneratedOf(bytes, MediaTypes.Of(name)));

    /// <param name="Name">The file's.</param>
    /// <param name="Posts">Its posts, the oldest first.</param>
    /// <param name="Version">A hash of them.</param>
    private sealed record Part(string Name, ImmutableArray<PostToIndex> Posts, UInt128 Version);
}
