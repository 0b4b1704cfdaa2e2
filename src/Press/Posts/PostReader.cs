using System.Collections.Immutable;

namespace Press;

/// <summary>Reads a source as a post: front matter, body, and what follows from both and from the file's name.</summary>
/// <param name="settings">The site's.</param>
/// <param name="trustsHtml">The operator's word that authors' HTML may run.</param>
/// <param name="templates">What Liquid may use; null for nothing.</param>
/// <param name="lists">What the Liquid of a page sees of all posts; null for nothing.</param>
internal sealed class PostReader(SiteSettings settings, bool trustsHtml, SiteTemplates? templates = null, PageLists? lists = null)
{
    private readonly PostLiquid _liquid = new(settings, templates ?? SiteTemplates.None, lists);
    private readonly PostPaths _paths = new(settings);

    /// <summary>The most bytes of Markdown. Rendering time grows faster than the text on hostile input, and no post is that long.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>What is said of a post that is longer.</summary>
    public static string TooLarge(long length) =>
        FormattableString.Invariant($"the post has {length:N0} bytes; the most is {MaxBytes:N0}. Cut it into several posts.");

    public PostReading Read(Source source)
    {
        if (source.Fault is { } fault)
            return new PostReading(source, Post: null, [fault]);
        var diagnostics = new DiagnosticBag(source.Name);
        var progress = new ReadingProgress();
        var post = Read(source, diagnostics, progress);
        return new PostReading(source, diagnostics.HasErrors ? null : post, diagnostics.ToImmutable())
        {
            HasLiquid = progress.HasLiquid,
            WantedParts = progress.WantedParts,
        };
    }

    /// <summary>
    /// Reads a page again with the lists of all posts, and with the parts of then: one that only the lists lead to it does without.
    /// </summary>
    /// <returns>Null if it cannot be a page with them.</returns>
    public Post? ReadWithLists(Source source)
    {
        var reading = Read(source with { HasAllParts = true });
        return reading.Post is { } page ? page with { FoundWithLists = reading.Diagnostics } : null;
    }

    private Post? Read(Source source, DiagnosticBag diagnostics, ReadingProgress progress)
    {
        if (source.Length > MaxBytes)
        {
            diagnostics.Add(DiagnosticRules.TooLarge, TextPosition.Start, TooLarge(source.Length));
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
        var frontMatter = FrontMatterReader.Read(block.Yaml, RulesFor(source.Name), diagnostics);
        if (IsDraftByFolder(source.Name, frontMatter))
        {
            diagnostics.Add(
                DiagnosticRules.KeptBack,
                TextPosition.Start,
                "a folder of drafts keeps this post back. Write 'draft: true' to say so, or 'draft: false' to publish it.");
            frontMatter = frontMatter with { Published = false };
        }

        if (SourceName.IsInDraftsFolder(source.Name))
            frontMatter = frontMatter with { Draft = true };

        var role = SourceRoles.Of(source.Name, block.Yaml is not null, frontMatter, settings.IsJekyllSite);
        // A file that Jekyll does not read, a README for example, has no Liquid.
        progress.HasLiquid = (block.Yaml is not null || role is SourceRole.Post) && _liquid.AppliesTo(frontMatter, block.Body);
        var beginning = new Beginning(source, role, frontMatter, block, text);
        if (progress.HasLiquid)
            return ReadLiquid(beginning, diagnostics, progress);
        var post = ReadBody(beginning, diagnostics);
        if (post is not null && !settings.IsJekyllSite)
            ForeignTemplate.Warn(post.Html, block, diagnostics);
        return post;
    }

    /// <summary>Reads what the Liquid of a post made of its body. Faults of that lie where it was written.</summary>
    private Post? ReadLiquid(Beginning beginning, DiagnosticBag diagnostics, ReadingProgress progress)
    {
        var (name, block) = (beginning.Source.Name, beginning.Block);
        // Liquid may print all that is known before the body is.
        var facts = Compose(beginning, PostBody.Empty, new DiagnosticBag(name));
        var liquid = _liquid.Render(facts, beginning.Source, block, diagnostics);
        progress.WantedParts = liquid.WantedParts;
        if (!liquid.WantedParts.IsEmpty)
            return null;
        var found = new DiagnosticBag(name);
        var post = ReadBody(beginning.WithBody(liquid.Markdown), found);
        foreach (var one in found.ToImmutable())
            diagnostics.Add(one.Rule, liquid.PositionInFile(one.Position, block), one.Message);
        return post is null ? null : post with
        {
            HasLiquid = true,
            ListsPosts = _liquid.ListsPosts(post, block.Body),
            Links = [.. post.Links.Select(link => link with { Position = liquid.PositionInFile(link.Position, block) })],
        };
    }

    private Post? ReadBody(Beginning beginning, DiagnosticBag diagnostics)
    {
        var (frontMatter, block) = (beginning.FrontMatter, beginning.Block);
        var links = new LinkRewriter(settings);
        var options = new BodyOptions(settings.ExcerptSeparator, frontMatter.Title is null, block.BodyLine, links, trustsHtml)
        {
            SmartQuotes = settings.SmartQuotes,
            LikeJekyll = settings.IsJekyllSite,
            TocLevels = settings.TocLevels,
            ConvertsTex = settings.MathRenderer is null,
        };
        if (Render(beginning.Source.Name, block.Body, options, diagnostics) is not { } body)
            return null;
        if (frontMatter.Excerpt is { } excerpt)
            body = PostMarkdown.WithExcerpt(
                body, excerpt, options with { FirstLine = frontMatter.PositionOf("excerpt").Line }, diagnostics);
        if (settings.MathRenderer is not null && (body.HasMath || frontMatter.Math) && !trustsHtml)
            body = WithoutUnsafeTex(body, block, diagnostics);
        var ids = LinkAttributes.IdsOf(body.Html);
        return Compose(beginning, body, diagnostics) with
        {
            HasFrontMatter = block.Yaml is not null,
            Links = links.Links(ids, beginning.Text),
            Anchors = Anchors.Pack(ids),
        };
    }

    private static PostBody? Render(string name, string body, BodyOptions options, DiagnosticBag diagnostics) =>
        SourceName.KindWithDrafts(name) == SourceKind.Html
            ? HtmlBody.Read(body, options, diagnostics)
            : PostMarkdown.Render(body, options, diagnostics);

    private static PostBody WithoutUnsafeTex(PostBody body, FrontMatterBlock block, DiagnosticBag diagnostics)
    {
        var html = TexCommands.Disarm(body.Html, out var taken);
        TexCommands.Warn(taken, block.Body, block.BodyLine, diagnostics);
        return body with { Html = html, ExcerptHtml = TexCommands.Disarm(body.ExcerptHtml, out _) };
    }

    private Post Compose(Beginning beginning, PostBody body, DiagnosticBag diagnostics)
    {
        var (source, role, frontMatter) = (beginning.Source, beginning.Role, beginning.FrontMatter);
        var (day, stem) = SourceName.DateAndStem(source.Name);
        var date = frontMatter.Date ?? DateOf(day) ?? frontMatter.ShownFrom?.Moment ?? TimeZoneInfo.ConvertTime(source.Created,
            settings.TimeZone);
        if (settings.IsJekyllSite)
            date = TimeZoneInfo.ConvertTime(date, settings.TimeZone);
        WarnOfDate(source.Name, frontMatter, diagnostics);
        var language = frontMatter.Lang ?? settings.Language;
        var slug = Slug.Of(frontMatter.Slug ?? stem);
        if (slug is "" && role is SourceRole.Post or SourceRole.PostWithoutFolder)
            diagnostics.Add(
                DiagnosticRules.NoSlug,
                frontMatter.PositionOf("slug"),
                $"'{frontMatter.Slug ?? stem}' has no letter or digit to make a URL of. Write 'slug: some-words'.");

        var path = _paths.OfPost(frontMatter, language, date, slug, stem, role is SourceRole.Page ? null : diagnostics);
        return new Post
        {
            SourceName = source.Name,
            Role = role,
            IsTitled = frontMatter.Title is not null || body.Title is not null,
            PagePath = _paths.OfPage(source.Name, frontMatter, language, role is SourceRole.Page ? diagnostics : null),
            ContentHash = source.Hash(),
            Parts = [.. source.Parts.Keys],
            Created = source.Created,
            FrontMatter = frontMatter,
            Title = frontMatter.Title
                ?? (body.Title is { } heading ? TextCut.At(heading, Limits.Title) : null) ?? stem.Replace('-', ' ').Replace('_', ' '),
            Language = language,
            Date = date,
            Slug = slug,
            Path = path,
            Html = body.Html,
            ExcerptHtml = body.ExcerptHtml,
            Excerpt = body.ExcerptText,
            Headings = body.Headings,
            Links = [],
            Anchors = "",
            HasMath = body.HasMath || frontMatter.Math,
            WordCount = body.Length.Words,
            ReadingMinutes = body.Length.Minutes,
        };
    }

    private FrontMatterRules RulesFor(string name) =>
        !settings.IsJekyllSite
            ? new FrontMatterRules(settings.TimeZone) { TranslationKey = settings.TranslationKey }
            : new(settings.TimeZone)
            {
                TranslationKey = settings.TranslationKey,
                LikeJekyll = true,
                Defaults = DefaultsFor(name),
                Folders = [.. SourceName.FoldersAbovePosts(name)],
            };

    private YamlMapping DefaultsFor(string name)
    {
        if (SourceName.IsInPostsFolder(name))
            return settings.Defaults.For(name, "posts");
        if (SourceName.IsInDraftsFolder(name))
            return settings.Defaults.For(name, "drafts");
        // In a container a post may lie outside the folder for which its settings are written.
        return SourceName.KindOf(name) is SourceKind.Post && SourceName.DateAndStem(name).Date is not null
            ? settings.Defaults.For($"_posts/{name}", "posts")
            : settings.Defaults.For(name, "pages");
    }

    /// <summary>Whether the post lies in a folder of drafts, as other tools have it, and does not say itself whether it is one.</summary>
    private static bool IsDraftByFolder(string name, FrontMatter frontMatter) =>
        name.Split('/').SkipLast(1).Any(folder => folder.ToLowerInvariant() is "drafts" or "draft")
        && !frontMatter.Keys.Entries.Any(entry => entry.Key is "draft" or "published");

    private static void WarnOfDate(string name, FrontMatter frontMatter, DiagnosticBag diagnostics)
    {
        var isDated = frontMatter.Date is not null || frontMatter.ShownFrom is not null
            || frontMatter.Keys.Entries.Any(entry => entry.Key == "date" && entry.Value is not YamlScalar { IsNull: true });
        if (SourceName.BadDate(name) is { } bad)
            diagnostics.Add(
                DiagnosticRules.BadNameDate,
                TextPosition.Start,
                $"'{bad}', with which the file's name begins, is not a "
                    + $"date{(isDated ? "" : ", so the day of the upload counts")}. Give the file another name.");
        else if (!isDated && SourceName.DateAndStem(name).Date is null && (SourceName.IsInPostsFolder(name)
            || frontMatter.Layout is "post" or "posts"))
            diagnostics.Add(
                DiagnosticRules.NoDate,
                TextPosition.Start,
                "the post has no date, so the day of the upload counts. Write 'date: 2025-03-24', or begin the file's "
                    + "name with '2025-03-24-'.");
    }

    private DateTimeOffset? DateOf(DateOnly? day) =>
        day is { } date ? FrontMatterDate.AtZone(date.ToDateTime(TimeOnly.MinValue), settings.TimeZone) : null;

    /// <summary>What a reading has found besides the post.</summary>
    private sealed class ReadingProgress
    {
        public bool HasLiquid { get; set; }

        public ImmutableArray<string> WantedParts { get; set; } = [];
    }

    /// <summary>A source as it is known before its body is rendered.</summary>
    /// <param name="Source">The source.</param>
    /// <param name="Role">What it is to the site.</param>
    /// <param name="FrontMatter">What its front matter says.</param>
    /// <param name="Block">Front matter and body as they are written.</param>
    /// <param name="Text">The whole text.</param>
    private sealed record Beginning(Source Source, SourceRole Role, FrontMatter FrontMatter, FrontMatterBlock Block, string Text)
    {
        /// <summary>The same with another body.</summary>
        public Beginning WithBody(string body) =>
            this with { Block = Block with { Body = body }, Text = Text[..(Text.Length - Block.Body.Length)] + body };
    }
}
