using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Reads <c>comments</c> and <c>analytics</c>: each names a service, and the key with the service's name holds what the service has to
/// know. A site that was made for Jekyll has other things under these keys, and then there is no service.
/// </summary>
internal sealed class ServiceReader(KeyReader keys, DiagnosticBag diagnostics, string siteUrl, bool isJekyllSite)
{
    private static readonly string[] CommentServices = ["giscus", "utterances"];
    private static readonly string[] AnalyticsServices = ["plausible", "goatcounter", "umami"];

    private readonly DiagnosticBag _found = diagnostics;

    /// <summary>The script that shows comments below a post; null for none.</summary>
    /// <seealso href="https://giscus.app/"/>
    /// <seealso href="https://utteranc.es/"/>
    public EmbeddedScript? Comments() => Named("comments", CommentServices) switch
    {
        "giscus" => Giscus(KeysOf("giscus")),
        "utterances" => Utterances(KeysOf("utterances")),
        _ => null,
    };

    /// <summary>The script that counts readers; null for none.</summary>
    /// <seealso href="https://plausible.io/docs/plausible-script"/>
    /// <seealso href="https://www.goatcounter.com/help/start"/>
    /// <seealso href="https://umami.is/docs/tracker-configuration"/>
    public EmbeddedScript? Analytics() => Named("analytics", AnalyticsServices) switch
    {
        "plausible" => Plausible(KeysOf("plausible")),
        "goatcounter" => GoatCounter(KeysOf("goatcounter")),
        "umami" => Umami(KeysOf("umami")),
        _ => null,
    };

    private string? Named(string key, string[] services)
    {
        if (keys.Find(key) is not { } value)
            return null;
        if (value is YamlScalar scalar)
        {
            if (services.Contains(scalar.Text, StringComparer.Ordinal))
                return scalar.Text;
            if (KeyReader.BooleanOf(scalar) is false)
                return null;
        }

        if (!isJekyllSite)
        {
            var written = value is YamlScalar { Text: var text } ? $"'{text}'" : value.Describe();
            Fault(value.Position, $"'{key}' cannot be {written}. It names a service: {string.Join(", ", services)}.");
        }

        return null;
    }

    private static EmbeddedScript? Giscus(Service service)
    {
        if (service.Required("repo", "you/your-blog") is not { } repo || service.Required("repo_id", "R_kgDO...") is not { } repoId
            || service.Required("category", "Announcements") is not { } category
                || service.Required("category_id", "DIC_kwDO...") is not { } categoryId)
            return null;
        return new EmbeddedScript(
            "https://giscus.app/client.js",
            [
                new("data-repo", repo), new("data-repo-id", repoId), new("data-category", category), new("data-category-id", categoryId),
                new("data-mapping", service.Text("mapping") ?? "pathname"), new("data-strict", service.Text("strict") ?? "0"),
                new("data-reactions-enabled", service.Text("reactions") ?? "1"), new("data-emit-metadata", "0"),
                new("data-input-position", service.Text("input_position") ?? "bottom"), new(
                    "data-theme", service.Text("theme") ?? "preferred_color_scheme"),
                new("data-loading", "lazy"), new("crossorigin", "anonymous"), new("async", ""),
            ],
            Of("https://giscus.app") with { Frames = ["https://giscus.app"], Styles = ["https://giscus.app"] })
        {
            LanguageAttribute = language => new("data-lang", GiscusLanguage.Of(language)),
        };
    }

    private static EmbeddedScript? Utterances(Service service) => service.Required("repo", "you/your-blog") is not { } repo
        ? null
        : new EmbeddedScript(
        "https://utteranc.es/client.js",
        [
            new("repo", repo), new("issue-term", service.Text("issue_term") ?? "pathname"), .. service.Optional("label"),
            new("theme", service.Text("theme") ?? "preferred-color-scheme"), new("crossorigin", "anonymous"), new("async", ""),
        ],
        // It writes a style sheet into the page.
        Of("https://utteranc.es") with { Frames = ["https://utteranc.es"], Styles = ["'unsafe-inline'"] });

    /// <summary>The snippet of a site that Plausible knows since October 2025, or the one before, which only says the domain.</summary>
    private EmbeddedScript? Plausible(Service service)
    {
        if (service.Text("script") is { } script)
            return PlausibleScript(service, script);
        if ((service.Text("domain") ?? HostOf(siteUrl)) is not { } domain)
        {
            service.Missing("domain", "blog.example.com");
            return null;
        }

        var host = service.Host("https://plausible.io");
        return host is null ? null : new EmbeddedScript($"{host}/js/script.js", [new("data-domain", domain), new("defer", "")], Of(host));
    }

    private static EmbeddedScript? PlausibleScript(Service service, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)
            || uri is not { Scheme: "https", UserInfo: "" } || !uri.AbsolutePath.EndsWith(".js", StringComparison.Ordinal))
        {
            service.Bad("script", "It is the URL in your snippet at Plausible: https://plausible.io/js/pa-XXXXX.js.");
            return null;
        }

        // The script begins to count if it finds its options.
        const string Options = "(window.plausible=window.plausible||{}).o={}";
        var host = uri.GetLeftPart(UriPartial.Authority);
        var sources = Of(host) with { Scripts = [host, ContentSources.HashOf(Options)] };
        return new EmbeddedScript(url, [new("async", "")], sources) { Before = Options };
    }

    private static EmbeddedScript? GoatCounter(Service service)
    {
        var code = service.Text("code");
        if (code is null && service.Text("host") is null)
        {
            service.Missing("code", "your-code");
            return null;
        }

        if (code is not null && !code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-'))
        {
            service.Bad(
                "code", "It is the first part of your address at GoatCounter: of https://your-code.goatcounter.com it is your-code.");
            return null;
        }

        if (service.Host($"https://{code}.goatcounter.com") is not { } host)
            return null;
        var script = service.Text("host") is null ? "https://gc.zgo.at" : host;
        return new EmbeddedScript(
            $"{script}/count.js", [new("data-goatcounter", host + "/count"), new("async", "")], Of(script) with { Connections = [host] });
    }

    private EmbeddedScript? Umami(Service service)
    {
        if (service.Required("website_id", "94db1cb1-74f4-4a40-ad6c-962362670409") is not { } id
            || service.Host("https://cloud.umami.is") is not { } host)
            return null;
        // The cloud takes what it counts at other hosts than the script's, and has changed them before.
        var sources = service.Text("host") is null
            ? Of(host) with { Connections = ["https://*.umami.is", "https://*.umami.dev"] }
            : Of(host);
        ImmutableArray<KeyValuePair<string, string>> onSite = HostOf(siteUrl) is { } domain ? [new("data-domains", domain)] : [];
        return new EmbeddedScript($"{host}/script.js", [new("data-website-id", id), .. onSite, new("defer", "")], sources);
    }

    private static ContentSources Of(string host) => new() { Scripts = [host], Connections = [host] };

    private static string? HostOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : null;

    private Service KeysOf(string name) => new(this, name, keys.Find(name) as YamlMapping ?? YamlMapping.Empty, keys.Find(name)?.Position);

    private void Fault(TextPosition position, string message) => _found.Add(DiagnosticRules.BadSetting, position, message);

    /// <summary>The keys of one service.</summary>
    private sealed class Service(ServiceReader reader, string name, YamlMapping keys, TextPosition? position)
    {
        private readonly KeyReader _keys = new(keys, reader._found, DiagnosticRules.BadSetting);

        public string? Text(string key) => _keys.Text(key);

        public string? Required(string key, string example)
        {
            if (Text(key) is { } text)
                return text;
            Missing(key, example);
            return null;
        }

        public KeyValuePair<string, string>[] Optional(string key) => Text(key) is { } text ? [new(key, text)] : [];

        /// <summary>Scheme and host of the service; null, and a fault, if what is written is none.</summary>
        public string? Host(string otherwise)
        {
            if (Text("host") is not { } host)
                return otherwise;
            if (SiteSettingsReader.IsWebAddress(host) && host.StartsWith("https://", StringComparison.Ordinal))
                return host.TrimEnd('/');
            Bad("host", "It is the https address of your own instance: https://stats.example.com.");
            return null;
        }

        public void Missing(string key, string example) => reader.Fault(
            position ?? TextPosition.Start, $"'{name}' has no '{key}', so its script is left out. Write '{name}: {{ {key}: {example} }}'.");

        public void Bad(string key, string advice) =>
            reader.Fault(_keys.Find(key)!.Position, $"'{key}' of '{name}' cannot be '{Text(key)}'. {advice}");
    }
}
