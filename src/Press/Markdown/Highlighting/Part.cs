using System.Collections.Immutable;

namespace Press;

/// <summary>The usual parts, by the names that definitions of languages read well with.</summary>
internal static class Part
{
    /// <summary>A comment to the end of the line.</summary>
    public static CodePart Line(string open, PartPlace place = PartPlace.Anywhere) =>
        new(open, CodeToken.Comment) { Form = PartForm.Line, Place = place };

    /// <summary>A comment to its end.</summary>
    public static CodePart Block(string open, string close) => new(open, CodeToken.Comment) { Form = PartForm.Region, Close = close };

    /// <summary>A comment that may hold others.</summary>
    public static CodePart Nested(string open, string close) => Block(open, close) with { Nests = true };

    /// <summary>A string on one line, with backslashes.</summary>
    public static CodePart Text(string open, params ImmutableArray<CodeHole> holes) => Long(open, holes) with { OneLine = true };

    /// <summary>A string on any number of lines, with backslashes; it ends as it begins, less a prefix of letters and signs.</summary>
    public static CodePart Long(string open, params ImmutableArray<CodeHole> holes) => Raw(open, holes) with { Escape = '\\' };

    /// <summary>A string on any number of lines in which a backslash is one.</summary>
    public static CodePart Raw(string open, params ImmutableArray<CodeHole> holes) =>
        Region(open, open.TrimStart([.. open.Where(letter => !"\"'`".Contains(letter, StringComparison.Ordinal))])) with { Holes = holes };

    /// <summary>A string whose quote is written twice to stand in it.</summary>
    public static CodePart Doubled(string open, params ImmutableArray<CodeHole> holes) => Raw(open, holes) with { Doubles = true };

    /// <summary>A string between two texts.</summary>
    public static CodePart Region(string open, string close, CodeToken token = CodeToken.String) =>
        new(open, token) { Form = PartForm.Region, Close = close };

    /// <summary>A sign and the word after it.</summary>
    public static CodePart Word(string open, CodeToken token, PartPlace place = PartPlace.Anywhere) =>
        new(open, token) { Form = PartForm.Word, Place = place };

    /// <summary>A line of which the start says what it is.</summary>
    public static CodePart Row(string open, CodeToken token, PartPlace place = PartPlace.LineStart) =>
        new(open, token) { Form = PartForm.Line, Place = place };

    /// <summary>A part of another form.</summary>
    public static CodePart Of(PartForm form, string open, CodeToken token = CodeToken.String) => new(open, token) { Form = form };

    /// <summary>The same part with each of the prefixes, which may be in any case.</summary>
    public static ImmutableArray<CodePart> Prefixed(string prefixes, Func<string, CodePart> part, params ImmutableArray<string> quotes) =>
    [
        .. from quote in quotes
           from prefix in prefixes.Split(' ').SelectMany(Cases).Distinct(StringComparer.Ordinal)
           select part(prefix + quote),
    ];

    private static IEnumerable<string> Cases(string prefix) => prefix is ""
        ? [""]
        : from rest in Cases(prefix[1..])
          from first in new[] { char.ToLowerInvariant(prefix[0]), char.ToUpperInvariant(prefix[0]) }
          select first + rest;
}
