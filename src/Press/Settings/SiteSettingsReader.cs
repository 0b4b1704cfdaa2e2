using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>Gives the keys of <c>_config.yml</c> their meaning.</summary>
internal sealed partial class SiteSettingsReader
{
    internal static readonly string[] KnownKeys =
    [
        "title", "description", "url", "baseurl", "lang", "languages", "timezone", "permalink", "author", "excerpt_separator",
        "math_renderer", "paginate", "link_index_files", "future", "responsive_images", "keep_image_metadata", "share_pictures",
        "exclude", "include", "translation_key", "smart_quotes", "header_pages", JekyllKeys.Compatibility, "look", "menu", "social",
        "content_security_policy", "comments", "analytics", "giscus", "utterances", "plausible", "goatcounter", "umami",
    ];

    private static readonly SiteSettings Default = new();

    private readonly KeyReader _keys;
    private readonly DiagnosticBag _diagnostics;

    private SiteSettingsReader(YamlMapping keys, DiagnosticBag diagnostics) =>
        (_keys, _diagnostics) = (new KeyReader(keys, diagnostics, DiagnosticRules.BadSetting), diagnostics);

    /// <summary>Reads the file; a setting that is wrong is in the diagnostics and has its default.</summary>
    public static SiteSettings Read(Source source, DiagnosticBag diagnostics)
    {
        if (SourceText.Read(source.Bytes.Span, diagnostics) is not { } text)
            return Default with { ETag = source.ETag };

        // Whether it is one of Jekyll's shows in its keys.
        var jekyllKeys = YamlComposer.Compose(text, firstLine: 1, new DiagnosticBag(source.Name), lastWins: true);
        var isJekyllSite = JekyllKeys.Find(jekyllKeys) is not null;
        var keys = YamlComposer.Compose(text, firstLine: 1, diagnostics, lastWins: isJekyllSite);
        return new SiteSettingsReader(keys, diagnostics).Read(keys) with { ETag = source.ETag };
    }

    private SiteSettings Read(YamlMapping keys)
    {
        _keys.WarnOfMisspelt(KnownKeys, DiagnosticRules.MisspeltSetting, JekyllSettings.Knows);
        // What is wrong with the YAML itself may be what hides a key.
        var areKeysKnown = !_diagnostics.HasErrors;
        var (host, basePath) = BaseUrl();
        if (_keys.Find("url") is null && host is null && areKeysKnown)
            _diagnostics.Add(
                DiagnosticRules.NoSiteUrl,
                TextPosition.Start,
                "the site has no 'url': it has neither feeds nor a sitemap, since their links are absolute. "
                    + "Write 'url: https://blog.example.com'.");
        var isJekyllSite = JekyllKeys.Find(keys) is not null;
        var language = Language("lang") ?? LanguageOfOthers();
        Checked(
            JekyllKeys.Compatibility,
            text => text is "jekyll",
            "It is 'jekyll' for a site that was made for Jekyll; else leave it out.");
        var url = Checked("url", IsWebAddress, "It is the scheme and host of the site: https://blog.example.com.")?.TrimEnd('/')
            ?? host ?? Default.Url;
        var services = new ServiceReader(_keys, _diagnostics, url, isJekyllSite);
        return new SiteSettings
        {
            Titles = LocalOf("title") ?? Default.Titles,
            Descriptions = LocalOf("description") ?? Default.Descriptions,
            Menu = Menu(isJekyllSite),
            Social = Social(isJekyllSite),
            Look = new ThemeStyleReader(_keys, _diagnostics).Read(),
            Sources = Sources(),
            Comments = services.Comments(),
            Analytics = services.Analytics(),
            Url = url,
            BaseUrl = basePath ?? Default.BaseUrl,
            Language = language ?? Default.Language,
            SaysLanguage = language is not null,
            TranslationKey = _keys.Text("translation_key"),
            Languages = Languages(),
            TimeZone = Zone() ?? Default.TimeZone,
            Permalink = Checked(
                "permalink", pattern => Permalink.Fault(pattern) is null, "It is a path with placeholders: /:year/:month/:slug.html.")
                ?? (isJekyllSite ? "date" : Default.Permalink),
            Author = Author(),
            ExcerptSeparator = Checked("excerpt_separator", HtmlComment.Is, "It is an HTML comment: <!--more-->.")
                ?? Default.ExcerptSeparator,
            MathRenderer = Checked(
                "math_renderer", IsScript, "It is the https URL of a script, or its path on the site: /assets/tex-mml-chtml.js."),
            Paginate = Checked(
                "paginate", text => PageSize(text) is not null, "It is how many posts a page of a listing shows: 10.") is { } size
                ? PageSize(size)!.Value
                : Default.Paginate,
            LinkIndexFiles = _keys.Boolean("link_index_files") ?? Default.LinkIndexFiles,
            Future = _keys.Boolean("future") ?? Default.Future,
            ResponsiveImages = _keys.Boolean("responsive_images") ?? Default.ResponsiveImages,
            SharePictures = _keys.Boolean("share_pictures") ?? Default.SharePictures,
            KeepImageMetadata = _keys.Boolean("keep_image_metadata") ?? Default.KeepImageMetadata,
            Exclude = [.. (_keys.Texts("exclude") ?? []).Select(name => name.Text.ToNormalForm())],
            Include = [.. (_keys.Texts("include") ?? []).Select(name => name.Text.ToNormalForm())],
            HeaderPages = _keys.Texts("header_pages") is { } pages ? [.. pages.Select(page => page.Text.ToNormalForm())] : null,
            IsJekyllSite = isJekyllSite,
            Defaults = isJekyllSite ? FrontMatterDefaults.From(keys) : FrontMatterDefaults.None,
            SmartQuotes = _keys.Boolean("smart_quotes") ?? (isJekyllSite && !JekyllKeys.TurnQuotesOff(keys)),
            TocLevels = isJekyllSite ? JekyllKeys.TocLevels(keys) : JekyllKeys.AllLevels,
            Keys = keys,
        };
    }

    /// <summary>
    /// <c>baseurl</c>. A whole URL does in Jekyll, whose layouts print it before paths: then its host stands for <c>url</c>.
    /// </summary>
    private (string? Host, string? Path) BaseUrl()
    {
        if (_keys.Text("baseurl") is not { } text
            || !Uri.TryCreate(text, UriKind.Absolute, out var whole)
            || whole.GetLeftPart(UriPartial.Authority) is var host && !IsWebAddress(host)
            || whole.GetLeftPart(UriPartial.Path).TrimEnd('/') != text.TrimEnd('/')
            || !IsBasePath(whole.AbsolutePath))
        {
            var advice = "It is a path of letters A to Z, digits and hyphens that begins with a slash: /blog.";
            return (null, Checked("baseurl", IsBasePath, advice)?.TrimEnd('/'));
        }

        var path = whole.AbsolutePath.TrimEnd('/');
        _diagnostics.Add(
            DiagnosticRules.WholeBaseUrl,
            _keys.Find("baseurl")!.Position,
            $"'baseurl' is a path, and '{text}' is a URL. Write 'url: {host}' and {(path is "" ? "no 'baseurl'" : $"'baseurl: {path}'")}.");
        return (host, path);
    }

    /// <summary><c>author</c> is a name, or jekyll-feed's mapping with a <c>name</c>.</summary>
    private string? Author() =>
        _keys.Find("author") is YamlMapping author
            ? new KeyReader(author, _diagnostics, DiagnosticRules.BadSetting).Text("name")
            : _keys.Text("author");

    private string? Checked(string key, Func<string, bool> isRight, string advice)
    {
        if (_keys.Text(key) is not { } text || isRight(text))
            return _keys.Text(key);

        _diagnostics.Add(DiagnosticRules.BadSetting, _keys.Find(key)!.Position, $"'{key}' cannot be '{text}'. {advice}");
        return null;
    }

    private string? Language(string key)
    {
        if (_keys.Text(key) is { } written && LanguageNames.Meant(written) is { } meant)
        {
            _diagnostics.Add(
                DiagnosticRules.LanguageByName,
                _keys.Find(key)!.Position,
                $"'{written}' is no tag of the language, and is read as '{meant}'. Did you mean '{meant}'? Write '{key}: {meant}'.");
            return meant;
        }

        return Checked(key, text =>
            LanguageTag.Canonical(text) is not null, "It is a language tag of BCP 47: ko, en, pt-BR.") is { } tag
            ? LanguageTag.Canonical(tag) : null;
    }

    /// <summary>
    /// The language under the name that plug-ins and themes have for it. Of a locale (<c>ko-KR</c>, <c>en_US</c>) the region is left out,
    /// but
    /// for languages that are written otherwise elsewhere.
    /// </summary>
    private string? LanguageOfOthers()
    {
        foreach (var key in new[] { "default_lang", "language", "locale" })
        {
            if (_keys.Find(key) is not YamlScalar { Text: var text } || LanguageTag.Canonical(text.Trim()) is not { } tag)
                continue;
            var parts = tag.Split('-');
            if (parts[0].Length > 3)
                continue;
            return parts is [_, { Length: 2 }] && parts[0] is not ("zh" or "pt") ? parts[0] : tag;
        }

        return null;
    }

    private ImmutableArray<string> Languages()
    {
        var languages = ImmutableArray.CreateBuilder<string>();
        foreach (var written in _keys.Texts("languages") ?? [])
        {
            if (LanguageTag.Canonical(written.Text) is { } tag)
                languages.Add(tag);
            else
                _diagnostics.Add(
                    DiagnosticRules.BadSetting,
                    written.Position,
                    $"'languages' cannot hold '{written.Text}'. It lists language tags of BCP 47: [en, ko].");
        }

        return languages.ToImmutable();
    }

    private static bool IsBasePath(string path) =>
        path is "/" || (path.StartsWith('/') && UrlPath.Fault(path) is null && UrlPath.Encode(path) == path);

    private TimeZoneInfo? Zone() =>
        Checked(
            "timezone",
            text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out _),
            "It is a name of the IANA time zone database: Asia/Seoul.") is { } id
            ? TimeZoneInfo.FindSystemTimeZoneById(id)
            : null;

    private static int? PageSize(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= 1000 ? size : null;

    private static bool IsScript(string text) =>
        text.StartsWith('/')
            ? UrlPath.Fault(text) is null
            : Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "https" };

    internal static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri is { Scheme: "https" or "http" } and { UserInfo: "", AbsolutePath: "/", Query: "", Fragment: "" };
}
