using System.Collections.Immutable;

namespace Press;

/// <summary>What reading a source gave.</summary>
/// <param name="Source">The source that was read.</param>
/// <param name="Post">Null if an error keeps it from being published.</param>
/// <param name="Diagnostics">All that was found, in the order of the file.</param>
public sealed record PostReading(Source Source, Post? Post, ImmutableArray<Diagnostic> Diagnostics);

/// <summary>Reads a source as a post: front matter, body, and what follows from both and from the file's name.</summary>
internal sealed class PostReader(SiteSettings settings, bool trustsHtml)
{
    /// <summary>The most bytes of Markdown. Rendering time grows faster than the text on hostile input, and no post is that long.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>What is said of a post that is longer.</summary>
    public static string TooLarge(long length) => $"the post has {length:N0} bytes; the most is {MaxBytes:N0}. Cut it into several posts.";

    public PostReading Read(Source source)
    {
        if (source.Fault is { } fault)
            return new PostReading(source, Post: null, [fault]);
        var diagnostics = new DiagnosticBag(source.Name);
        var post = Read(source, diagnostics);
        return new PostReading(source, diagnostics.HasErrors ? null : post, diagnostics.ToImmutable());
    }

    private Post? Read(Source source, DiagnosticBag diagnostics)
    {
        if (source.Bytes.Length > MaxBytes)
        {
            diagnostics.Add(DiagnosticRules.TooLarge, TextPosition.Start, TooLarge(source.Bytes.Length));
            return null;
        }

        if (SourceText.Read(source.Bytes.Span, diagnostics) is not { } text)
            return null;
        if (text is "")
        {
            diagnostics.Add(DiagnosticRules.Empty, TextPosition.Start, AssetReader.EmptyFile);
            return null;
        }

        var block = FrontMatterBlock.Cut(text, diagnostics);
        var frontMatter = FrontMatterReader.Read(block.Yaml, settings.TimeZone, diagnostics);
        var options = new BodyOptions(settings.ExcerptSeparator, frontMatter.Title is null, block.BodyLine, new LinkRewriter(settings, source.Name), trustsHtml);
        if (PostMarkdown.Render(block.Body, options, diagnostics) is not { } body)
            return null;
        if (frontMatter.Excerpt is { } excerpt)
            body = PostMarkdown.WithExcerpt(body, excerpt, options with { FirstLine = frontMatter.PositionOf("excerpt").Line }, diagnostics);
        return Compose(source, frontMatter, body, diagnostics);
    }

    private Post Compose(Source source, FrontMatter frontMatter, PostBody body, DiagnosticBag diagnostics)
    {
        var (day, stem) = SourceName.DateAndStem(source.Name);
        var date = frontMatter.Date ?? DateOf(day) ?? TimeZoneInfo.ConvertTime(source.Created, settings.TimeZone);
        var language = frontMatter.Lang ?? settings.Language;
        var slug = Slug.Of(frontMatter.Slug ?? stem);
        if (slug is "")
            diagnostics.Add(DiagnosticRules.NoSlug, frontMatter.PositionOf("slug"), $"'{frontMatter.Slug ?? stem}' has no letter or digit to make a URL of. Write 'slug: some-words'.");

        return new Post
        {
            SourceName = source.Name,
            FrontMatter = frontMatter,
            Title = frontMatter.Title ?? body.Title ?? stem.Replace('-', ' ').Replace('_', ' '),
            Language = language,
            Date = date,
            Slug = slug,
            Path = PathOf(frontMatter, language, new Permalink.Facts(date, slug, frontMatter.Categories), diagnostics),
            Html = body.Html,
            ExcerptHtml = body.ExcerptHtml,
            Excerpt = body.ExcerptText,
            Headings = body.Headings,
            SourceLinks = body.SourceLinks,
            HasMath = body.HasMath || frontMatter.Math,
            WordCount = body.Length.Words,
            ReadingMinutes = body.Length.Minutes,
        };
    }

    private DateTimeOffset? DateOf(DateOnly? day) =>
        day is { } date ? FrontMatterDate.AtZone(date.ToDateTime(TimeOnly.MinValue), settings.TimeZone) : null;

    /// <summary>The language's prefix goes before the post's own permalink too, unless it stands there already.</summary>
    private string PathOf(FrontMatter frontMatter, string language, Permalink.Facts facts, DiagnosticBag diagnostics)
    {
        var pattern = frontMatter.Permalink ?? settings.Permalink;
        var path = "/";
        if (Permalink.Fault(pattern) is { } fault)
            diagnostics.Add(DiagnosticRules.BadPermalink, frontMatter.PositionOf("permalink"), $"'permalink' cannot be '{pattern}': {fault}");
        else
            path = Permalink.Expand(pattern, facts);

        var prefix = settings.PrefixOf(language);
        if (!path.StartsWith(prefix + "/", StringComparison.Ordinal))
            path = prefix + path;
        // What placeholders stand for may be empty or very long.
        if (UrlPath.Fault(path) is { } expanded)
            diagnostics.Add(DiagnosticRules.BadPermalink, frontMatter.PositionOf(frontMatter.Permalink is null ? "slug" : "permalink"), $"'{pattern}' makes a path that {expanded}. Write another 'permalink', or a shorter 'slug'.");
        return path;
    }
}
