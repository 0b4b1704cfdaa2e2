using System.Collections.Immutable;

namespace Press;

/// <summary>Settings that may be others for each language, and those that name hosts.</summary>
internal sealed partial class SiteSettingsReader
{
    private static readonly string[] Directives = ["script-src", "style-src", "frame-src", "connect-src"];

    /// <summary>A text, or a mapping of languages to texts.</summary>
    private LocalText? LocalOf(string key) =>
        _keys.Find(key) is YamlMapping texts ? LocalOf(key, texts) : _keys.Text(key) is { } text ? LocalText.Of(text) : null;

    private LocalText? LocalOf(string key, YamlMapping texts)
    {
        var byLanguage = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        var reader = new KeyReader(texts, _diagnostics, DiagnosticRules.BadSetting);
        foreach (var entry in texts.Entries)
        {
            if (LanguageTag.Canonical(entry.Key) is not { } tag)
                Fault(
                    entry.Position,
                    $"'{entry.Key}' is no language. "
                        + $"'{key}' is a text, or one for each language: {key}: {{ en: ..., ko: ... }}.");
            else if (reader.Text(entry.Key) is { } text)
                byLanguage.Add(KeyValuePair.Create(tag, text));
        }

        return byLanguage.Count == 0 ? null : new LocalText(byLanguage.ToImmutable());
    }

    /// <summary><c>menu</c>; null if it is not written. A site that was made for Jekyll may have something else there.</summary>
    private ImmutableArray<MenuEntry>? Menu(bool isJekyllSite)
    {
        if (_keys.Find("menu") is not { } menu)
            return null;
        if (menu is not YamlSequence { Items: var items } || !items.All(item => item is YamlMapping))
        {
            if (!isJekyllSite)
                Fault(
                    menu.Position,
                    $"'menu' is {menu.Describe()} and should be a list of entries. "
                        + "Write 'menu: [{ title: About, url: /about.html }]'.");
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<MenuEntry>();
        foreach (var item in items.Cast<YamlMapping>())
        {
            var reader = new SiteSettingsReader(item, _diagnostics);
            if (reader.LocalOf("title") is { } title
                && reader.LocalOf("url") is { } url
                && url.ByLanguage.All(text => SocialLink.MayLeadTo(text.Value)))
                entries.Add(new MenuEntry(title, url));
            else if (!isJekyllSite)
                Fault(
                    item.Position,
                    "an entry of 'menu' needs a 'title' and a 'url', "
                        + "which is a path of the site or an https address. "
                        + "Write '{ title: About, url: /about.html }'.");
        }

        return entries.Count == 0 && items.Length > 0 ? null : entries.ToImmutable();
    }

    /// <summary><c>social</c>, as jekyll-seo-tag and the theme Chirpy have it: links, and the names of accounts.</summary>
    private ImmutableArray<SocialLink> Social(bool isJekyllSite)
    {
        if (_keys.Find("social") is not { } value)
            return [];
        // On a site that was made for Jekyll it may be something else.
        var diagnostics = isJekyllSite ? new DiagnosticBag(SiteSettings.FileName) : _diagnostics;
        var rule = DiagnosticRules.BadSetting;
        if (value is YamlMapping social)
            return new SocialLinks(diagnostics, rule).Of(new KeyReader(social, diagnostics, rule));
        diagnostics.Add(
            rule,
            value.Position,
            $"'social' is {value.Describe()} and should name links. Write 'social: {{ links: [https://github.com/you] }}'.");
        return [];
    }

    /// <summary><c>content_security_policy</c>: hosts by directive.</summary>
    private ContentSources Sources()
    {
        const string Key = "content_security_policy";
        if (_keys.Find(Key) is not { } value)
            return ContentSources.None;
        if (value is not YamlMapping policy)
        {
            Fault(
                value.Position,
                $"'{Key}' is {value.Describe()} and should name hosts. "
                    + $"Write '{Key}: {{ script-src: [https://example.com] }}'.");
            return ContentSources.None;
        }

        foreach (var entry in policy.Entries.Where(entry => !Directives.Contains(entry.Key)))
            Fault(entry.Position, $"'{entry.Key}' cannot be set here. Allowed: {string.Join(", ", Directives)}.");
        var reader = new KeyReader(policy, _diagnostics, DiagnosticRules.BadSetting);
        return new ContentSources
        {
            Scripts = HostsOf(reader, Directives[0]),
            Styles = HostsOf(reader, Directives[1]),
            Frames = HostsOf(reader, Directives[2]),
            Connections = HostsOf(reader, Directives[3]),
        };
    }

    private ImmutableArray<string> HostsOf(KeyReader policy, string directive)
    {
        var hosts = ImmutableArray.CreateBuilder<string>();
        foreach (var written in policy.Texts(directive) ?? [])
        {
            // A page keeps its policy however it is written here: only hosts are let in, and never all of them.
            var host = written.Text.StartsWith("https://", StringComparison.Ordinal)
                ? written.Text["https://".Length..].TrimEnd('/')
                : written.Text;
            var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
            if (name.Contains('.')
                && IsWebAddress("https://" + name)
                && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or ':'))
                hosts.Add("https://" + host);
            else
                Fault(
                    written.Position,
                    $"'{directive}' cannot hold '{written.Text}'. "
                        + "It lists hosts: [https://giscus.app, https://*.example.com].");
        }

        return hosts.ToImmutable();
    }

    private void Fault(TextPosition position, string message) => _diagnostics.Add(DiagnosticRules.BadSetting, position, message);
}
