using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>Gives the keys of a front matter their meaning.</summary>
internal sealed partial class FrontMatterReader
{
    /// <summary>The keys that mean something here.</summary>
    public static readonly string[] KnownKeys =
    [
        "title", "date", "last_modified_at", "slug", "permalink", "lang", "page_id", "tags", "tag", "categories", "category",
        "featured", "hidden", "published", "draft", "featured_image", "featured_image_thumbnail", "image", "excerpt",
        "description", "author", "layout", "redirect_from", "sitemap", "math", "toc", "series",
    ];

    // Of usual themes and plug-ins: near to a key of this list, and no slip.
    private static readonly string[] Familiar = ["redirect_to", "update", "updated", "title_en", "subtitle", "header", "tagline",
        "langs", "features", "image_alt"];

    private readonly KeyReader _keys;
    private readonly DiagnosticBag _diagnostics;
    private readonly FrontMatterRules _rules;
    private readonly TimeZoneInfo _zone;

    private FrontMatterReader(YamlMapping keys, FrontMatterRules rules, DiagnosticBag diagnostics) =>
        (_keys, _rules, _zone, _diagnostics) =
            (new KeyReader(keys, diagnostics, DiagnosticRules.WrongType), rules, rules.Zone, diagnostics);

    /// <summary>Reads all keys; every fault goes to the diagnostics, and its key counts as not written.</summary>
    /// <param name="yaml">The text between the marks; null for a post without front matter.</param>
    /// <param name="zone">The time zone of dates that name no offset.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static FrontMatter Read(string? yaml, TimeZoneInfo zone, DiagnosticBag diagnostics) =>
        Read(yaml, new FrontMatterRules(zone), diagnostics);

    /// <inheritdoc cref="Read(string?, TimeZoneInfo, DiagnosticBag)"/>
    /// <param name="yaml">The text between the marks; null for a post without front matter.</param>
    /// <param name="rules">What it is read with.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static FrontMatter Read(string? yaml, FrontMatterRules rules, DiagnosticBag diagnostics)
    {
        if (yaml is null && rules.Defaults.Entries.IsEmpty && rules.Folders.IsEmpty)
            return FrontMatter.Empty;

        var keys = yaml is null ? YamlMapping.Empty : YamlComposer.Compose(yaml, FrontMatterBlock.YamlLine, diagnostics, rules.LikeJekyll);
        if (yaml is not null)
            CutValues.Warn(yaml, FrontMatterBlock.YamlLine, keys, diagnostics);
        keys = DefaultKeys.Under(keys, rules.Defaults);
        return new FrontMatterReader(keys, rules, diagnostics).Read(keys);
    }

    private FrontMatter Read(YamlMapping keys)
    {
        var withholding = Withholding.Of(keys, _zone, _diagnostics);
        _keys.WarnOfMisspelt([.. KnownKeys, "authors"], DiagnosticRules.MisspeltKey, key => withholding.Told.Contains(key)
            || IsForeign(key) || Familiar.Contains(key));
        var image = ImageAddress("featured_image", _keys.Text("featured_image")) ?? ImageAddress("image", ImagePath());
        var authors = Authors();
        var names = new NameKeys(_keys, _rules, _diagnostics);
        return new FrontMatter
        {
            Title = Short("title", _keys.Text("title")),
            Date = Date("date"),
            LastModifiedAt = Date("last_modified_at"),
            Slug = _keys.Text("slug"),
            Permalink = _keys.Text("permalink"),
            Lang = Language("lang"),
            PageId = _keys.Text("page_id") ?? (_rules.TranslationKey is { } key ? _keys.Text(key) : null),
            Tags = names.Read("tag", "tags"),
            Categories = names.Read("category", "categories"),
            UrlCategories = names.UrlCategories(),
            Featured = _keys.Boolean("featured") ?? false,
            Hidden = _keys.Boolean("hidden") ?? false,
            Published = !withholding.IsWithheld && (IsDate("published") || (_keys.Boolean("published") ?? true)),
            ShownFrom = withholding.From,
            ShownUntil = withholding.Until,
            Draft = _keys.Boolean("draft") ?? false,
            Image = image,
            Thumbnail = ImageAddress("featured_image_thumbnail", _keys.Text("featured_image_thumbnail")) ?? image,
            Excerpt = _keys.Text("excerpt"),
            Description = _keys.Text("description"),
            Author = authors is [] ? null : Short("author", string.Join(", ", authors)),
            Authors = [.. authors.Select(author => TextCut.At(author, Limits.Title)).Take(Limits.Names)],
            Layout = _keys.Text("layout"),
            RedirectFrom = OldPaths(),
            Sitemap = Switch("sitemap") ?? true,
            Math = Switch("math") ?? false,
            Toc = Switch("toc"),
            Series = _keys.Find("series") is YamlScalar { IsNull: false, Text: var series } && series.Trim() is not ""
                ? Short("series", series.Trim())
                : null,
            Keys = keys,
        };
    }

    /// <summary><c>image</c> is a path, or jekyll-seo-tag's mapping with a <c>path</c>.</summary>
    private string? ImagePath() =>
        _keys.Find("image") is YamlMapping image
            ? new KeyReader(image, _diagnostics, DiagnosticRules.WrongType).Text("path")
            : _keys.Text("image");

    /// <summary>
    /// <c>author</c> is a name, a mapping with a <c>name</c>, or a list of either; <c>authors</c>, as the theme Chirpy has it, is as good.
    /// </summary>
    private ImmutableArray<string> Authors() => (_keys.Find("author") is null ? "authors" : "author") is var key && _keys.Find(key) switch
    {
        YamlSequence list => list.Items.Select(item => item is YamlMapping one ? NameOf(one) : (item as YamlScalar)?.Text.Trim()),
        YamlMapping author => [NameOf(author)],
        _ => [_keys.Text(key)],
    } is var names ? [.. names.OfType<string>().Where(name => name is not "")] : [];

    private string? NameOf(YamlMapping author) => new KeyReader(author, _diagnostics, DiagnosticRules.WrongType).Text("name");

    private bool IsDate(string key) => _keys.Find(key) is { } value && Withholding.IsDateOfPublication(value, _zone);

    /// <summary>True or false; the options that a theme or plug-in has under the key (<c>sitemap: {priority: 1.0}</c>,
    /// <c>math: katex</c>) mean yes.</summary>
    private bool? Switch(string key) => _keys.Find(key) switch
    {
        null => null,
        YamlScalar scalar => KeyReader.BooleanOf(scalar) ?? true,
        _ => true,
    };

    /// <summary>Whether a key is another tool's, in whatever case; 'Draft: false' keeps nothing back and is reported as misspelt.</summary>
    private static bool IsForeign(string key) => ForeignKeys.IsKnown(key) && !KnownKeys.Contains(key, StringComparer.OrdinalIgnoreCase);

    private DateTimeOffset? Date(string key)
    {
        if (_keys.Find(key) is not { } value)
            return null;
        if (value is YamlScalar { Text: var text } scalarDate
            && (FrontMatterDate.Parse(text, ZoneOf(scalarDate)) ?? JekyllDate(text)) is { } date)
            return date;

        var written = value is YamlScalar scalar ? scalar.Text : value.Describe();
        _diagnostics.Add(
            DiagnosticRules.BadDate,
            value.Position,
            $"'{key}' is not a date: {written}. Write it as 2025-03-24 or 2025-03-24 09:30:00 +0900.");
        return null;
    }

    private DateTimeOffset? JekyllDate(string text) => _rules.LikeJekyll ? RubyDate.Parse(text) : null;

    /// <summary>To YAML 1.1 a time with seconds and without a zone is one of UTC, and so Jekyll has it.</summary>
    /// <seealso href="https://yaml.org/type/timestamp.html"/>
    private TimeZoneInfo ZoneOf(YamlScalar date) =>
        _rules.LikeJekyll && date.IsPlain && YamlTimestamp().IsMatch(date.Text.Trim()) ? TimeZoneInfo.Utc : _zone;

    /// <summary>Paths as jekyll-redirect-from takes them; where they cannot be paths of the site, they say so.</summary>
    /// <seealso href="https://github.com/jekyll/jekyll-redirect-from"/>
    private ImmutableArray<OldPath> OldPaths()
    {
        var paths = ImmutableArray.CreateBuilder<OldPath>();
        foreach (var written in _keys.First(_keys.Texts("redirect_from") ?? [], Limits.OldPaths, "redirect_from"))
        {
            if (_rules.LikeJekyll && Uri.TryCreate(written.Text, UriKind.Absolute, out var old) && old.Scheme is "http" or "https")
            {
                _diagnostics.Add(
                    DiagnosticRules.RedirectWithHost,
                    written.Position,
                    $"'redirect_from' has a path and no host: '{old.AbsolutePath}' of '{written.Text}' leads here. Write the path alone.");
                paths.Add(new OldPath(Permalink.WithExtension(UrlPath.Decode(old.AbsolutePath)), written.Position));
                continue;
            }

            var path = UrlPath.Decode(
                written.Text.StartsWith('/') || written.Text.Contains("://", StringComparison.Ordinal) ? written.Text : "/" + written.Text);
            if (UrlPath.Fault(path) is { } fault)
                _diagnostics.Add(
                    DiagnosticRules.BadRedirect,
                    written.Position,
                    $"'redirect_from' cannot hold '{written.Text}': it {fault}. "
                        + "Write an old path of this site: /old/path.html.");
            else
                paths.Add(new OldPath(Permalink.WithExtension(path), written.Position));
        }

        return paths.ToImmutable();
    }

    private string? Language(string key)
    {
        if (_keys.Text(key) is not { } written)
            return null;
        if (LanguageNames.Meant(written) is { } meant)
        {
            var what = LanguageTag.Canonical(written) is null ? "is a name and no tag of a language" : "is no tag of the language";
            _diagnostics.Add(
                DiagnosticRules.LanguageByName,
                _keys.Find(key)!.Position,
                $"'{written}' {what}, and is read as '{meant}'. Did you mean '{meant}'? Write '{key}: {meant}'.");
            return meant;
        }

        if (LanguageTag.Canonical(written) is { } tag)
            return tag;

        _diagnostics.Add(
            DiagnosticRules.BadLanguage,
            _keys.Find(key)!.Position,
            $"'{written}' is not a language tag. Write one as BCP 47 has it: ko, en, pt-BR.");
        return null;
    }

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|\s+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex YamlTimestamp();

    /// <summary>A text that stands on the pages of other posts too, and so may not be long.</summary>
    private string? Short(string key, string? text)
    {
        if (text is null || text.Length <= Limits.Title)
            return text;
        WarnOfLength(key, text, Limits.Title, "is cut");
        return TextCut.At(text, Limits.Title);
    }

    private string? ImageAddress(string key, string? address)
    {
        if (address is not { Length: > Limits.ImageAddress })
            return address;
        WarnOfLength(key, address, Limits.ImageAddress, "is left out");
        return null;
    }

    private void WarnOfLength(string key, string text, int most, string what) => _diagnostics.Add(
        DiagnosticRules.TooLong,
        _keys.Find(key)?.Position ?? TextPosition.Start,
        FormattableString.Invariant(
            $"'{key}' has {text.Length:N0} characters and {what}, since other pages repeat it. Write at most {most:N0}."));
}
