using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Renderers.Html;

namespace Press;

/// <summary>What <c>{: .class #id key="value" name}</c> says.</summary>
internal sealed partial record AttributeList
{
    /// <summary>The most characters of a list: where none ends, nobody searches the rest of the post.</summary>
    public const int MaxLength = 1000;

    public string? Id { get; init; }

    public ImmutableArray<string> Classes { get; init; } = [];

    public ImmutableArray<KeyValuePair<string, string>> Properties { get; init; } = [];

    /// <summary>Names of lists that are defined elsewhere, or of what kramdown does with a block: <c>toc</c>.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Reads what stands between <c>{:</c> and <c>}</c>; null if it is anything else.</summary>
    public static AttributeList? Read(ReadOnlySpan<char> text)
    {
        var written = text.ToString();
        if (Whole().Match(written) is not { Success: true } match)
            return null;
        return new AttributeList
        {
            Id = match.Groups["id"].Captures is [.., var id] ? id.Value : null,
            Classes = [.. match.Groups["class"].Captures.Select(capture => capture.Value)],
            Properties =
            [
                .. match.Groups["key"].Captures.Zip(
                    match.Groups["value"].Captures,
                    (key, value) => KeyValuePair.Create(key.Value, Unescape(value.Value))),
            ],
            References = [.. match.Groups["name"].Captures.Select(capture => capture.Value)],
        };
    }

    /// <summary>Where the list that opens at the start of a text ends: behind its brace; -1 if it does not, or not in time.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        var end = Math.Min(text.Length, MaxLength);
        for (var place = 2; place < end; place++)
        {
            if (text[place] == '\\')
                place++;
            else if (text[place] == '}')
                return place + 1;
        }

        return -1;
    }

    /// <summary>Adds the attributes to those of a part. Classes add up, all else is overwritten.</summary>
    public void CopyTo(HtmlAttributes attributes)
    {
        attributes.Id = Id ?? attributes.Id;
        foreach (var name in Classes)
            attributes.AddClass(name);
        foreach (var (key, value) in Properties)
        {
            switch (key)
            {
                case "id":
                    attributes.Id = value;
                    break;
                case "class":
                    attributes.AddClass(value);
                    break;
                default:
                    attributes.Properties?.RemoveAll(property => property.Key == key);
                    attributes.AddProperty(key, value);
                    break;
            }
        }
    }

    /// <summary>Both lists as one; the second overwrites.</summary>
    public AttributeList With(AttributeList other) => new()
    {
        Id = other.Id ?? Id,
        Classes = [.. Classes, .. other.Classes],
        Properties = [.. Properties, .. other.Properties],
        References = [.. References, .. other.References],
    };

    private static string Unescape(string value) =>
        value.Replace("\\}", "}", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);

    [GeneratedRegex("""
        ^\s*(?:
          (?<key>[A-Za-z0-9_:][\w:.-]*)=(?:"(?<value>(?:\\.|[^"\\])*)"|'(?<value>(?:\\.|[^'\\])*)')
          |(?:\#(?<id>[^\s.\#"'}]+)|\.(?<class>[^\s.\#"'}]+))+
          |(?<name>[A-Za-z0-9_][A-Za-z0-9_-]*)
        )(?:\s+(?:
          (?<key>[A-Za-z0-9_:][\w:.-]*)=(?:"(?<value>(?:\\.|[^"\\])*)"|'(?<value>(?:\\.|[^'\\])*)')
          |(?:\#(?<id>[^\s.\#"'}]+)|\.(?<class>[^\s.\#"'}]+))+
          |(?<name>[A-Za-z0-9_][A-Za-z0-9_-]*)
        ))*\s*$
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Whole();
}
