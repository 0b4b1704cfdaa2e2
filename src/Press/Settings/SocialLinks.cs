using System.Collections.Immutable;

namespace Press;

/// <summary>Reads where somebody is found elsewhere: <c>url</c>, <c>links</c>, and the names of accounts.</summary>
/// <param name="diagnostics">Takes what is wrong; such a link is left out.</param>
/// <param name="rule">Which rule a wrong address breaks.</param>
internal sealed class SocialLinks(DiagnosticBag diagnostics, DiagnosticRule rule)
{
    /// <summary>The links of an author, or of a site; each address once.</summary>
    public ImmutableArray<SocialLink> Of(KeyReader keys) =>
        [.. All(keys).DistinctBy(link => link.Url, StringComparer.Ordinal).Take(Limits.SocialLinks)];

    /// <summary>An address; null if the key is not written, or cannot be one.</summary>
    public string? Address(KeyReader keys, string key) => keys.Find(key) is YamlScalar value ? Checked(value, key) : null;

    private IEnumerable<SocialLink> All(KeyReader keys)
    {
        if (Address(keys, "url") is { } url)
            yield return SocialLink.Of(url);
        foreach (var link in (keys.Find("links") as YamlSequence)?.Items.Select(LinkOf).OfType<SocialLink>() ?? [])
            yield return link;
        foreach (var service in SocialLink.Services)
        {
            if (keys.Find(service) is YamlScalar { Text: var account } && account.Trim() is not ""
                && SocialLink.OfAccount(service, account.Trim()) is var link && SocialLink.MayLeadTo(link.Url))
                yield return link;
        }
    }

    /// <summary>An address, or a mapping with <c>url</c> and perhaps <c>label</c>.</summary>
    private SocialLink? LinkOf(YamlValue link)
    {
        if (link is YamlScalar { IsNull: false } address)
            return Checked(address, "links") is { } target ? SocialLink.Of(target) : null;
        if (link is not YamlMapping mapping)
            return null;
        var keys = new KeyReader(mapping, diagnostics, rule);
        if (Address(keys, "url") is not { } url)
            return null;
        return keys.Text("label") is { } label ? new SocialLink(label, url) : SocialLink.Of(url);
    }

    private string? Checked(YamlScalar value, string key)
    {
        var address = value.Text.Trim();
        // The theme Minimal Mistakes has paths without the first slash too.
        if (!address.Contains(':') && address is not "" && !address.StartsWith('/'))
            address = "/" + address;
        if (SocialLink.MayLeadTo(address))
            return address;
        diagnostics.Add(
            rule,
            value.Position,
            $"'{key}' cannot be '{value.Text}'. It is an https address or a path of the site: /images/ara.jpg.");
        return null;
    }
}
