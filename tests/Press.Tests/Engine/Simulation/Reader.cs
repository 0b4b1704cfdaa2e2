using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>Somebody who reads everything that is public after every step, and what they must never see.</summary>
internal static partial class Reader
{
    /// <summary>Looks at a public file, or at the catalog.</summary>
    /// <param name="now">What the machine that wrote it takes for the time.</param>
    /// <param name="name">Its name.</param>
    /// <param name="bytes">Its content.</param>
    public static void LookAt(DateTimeOffset now, string name, ReadOnlyMemory<byte> bytes)
    {
        // A renamed post may call itself a picture; then it is one.
        if (MediaTypes.OfMedia(name) is not null)
            return;
        var text = Encoding.UTF8.GetString(bytes.Span);
        LookForSecrets(now, name, text);
        LookForHalves(name, text);
    }

    /// <summary>Looks whether each post that the catalog names can be read.</summary>
    public static void LookAtCatalog(MemoryStore press, MemoryStore everybody)
    {
        if (State.CatalogOf(press).Entries.FirstOrDefault(entry => !everybody.Items.ContainsKey(UrlPath.ToFile(entry.Path))) is { } lost)
        {
            throw new BrokenPromiseException($"The catalog has '{lost.Path}', and there is no such page.");
        }
    }

    /// <summary>What nobody may read, or not yet.</summary>
    private static void LookForSecrets(DateTimeOffset now, string name, string text)
    {
        if (text.Contains("Not yet.", StringComparison.Ordinal))
            throw new BrokenPromiseException($"There is a draft in {name}.");
        for (var day = 2; day < 4; day++)
        {
            if (now < new DateTimeOffset(2025, 7, day, 0, 0, 0, TimeSpan.Zero) && text.Contains($"Soon {day}.", StringComparison.Ordinal))
                throw new BrokenPromiseException($"There is a post to come in {name}.");
        }
    }

    /// <summary>A file that is cut off, and a page of which one part is of another version of its post than another part.</summary>
    private static void LookForHalves(string name, string text)
    {
        try
        {
            if (name.EndsWith(".json", StringComparison.Ordinal))
                JsonDocument.Parse(text).Dispose();
            else if (name.EndsWith(".xml", StringComparison.Ordinal))
                _ = XDocument.Parse(text);
        }
        catch (Exception fault) when (fault is JsonException or XmlException)
        {
            throw new BrokenPromiseException($"{name} is half a file: {fault.Message}");
        }

        if (text.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            && !text.TrimEnd().EndsWith("</html>", StringComparison.Ordinal))
            throw new BrokenPromiseException($"{name} is half a page.");
        if (Heading().Match(text) is { Success: true } heading
            && Body().Match(text) is { Success: true } body
            && heading.Groups[1].Value != body.Groups[1].Value)
            throw new BrokenPromiseException(
                $"{name} has the title of version {heading.Groups[1].Value} and the body of version {body.Groups[1].Value}.");
    }

    [GeneratedRegex("<h1>Title [0-9] v([0-9]+)</h1>", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex("Body v([0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Body();
}
