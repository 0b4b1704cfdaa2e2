using System.Text.RegularExpressions;

namespace Press;

/// <summary>Warns of values of which YAML reads less than is written: what follows <c> #</c> is a comment, <c>!x</c> a tag,
/// <c>&amp;x</c> an anchor.</summary>
internal sealed partial class CutValues(string yaml, int firstLine, DiagnosticBag diagnostics)
{
    // A comment behind one of these is one.
    private static readonly string[] WithoutText = ["layout", "date", "last_modified_at", "published", "draft", "hidden",
        "featured", "sitemap", "math", "toc"];

    // Lists of words, in which a hash is a habit from elsewhere and no part of the word.
    private static readonly string[] Hashed = ["tags", "tag", "categories", "category"];

    private readonly string[] _lines = yaml.Split('\n');

    private readonly HashSet<string> _aliases = [.. Alias().Matches(yaml).Select(alias => alias.Groups["name"].Value)];

    /// <summary>Looks at all values of the first level and at the items of their lists.</summary>
    public static void Warn(string yaml, int firstLine, YamlMapping keys, DiagnosticBag diagnostics)
    {
        if (!yaml.AsSpan().ContainsAny('#', '!', '&'))
            return;
        var values = new CutValues(yaml, firstLine, diagnostics);
        foreach (var entry in keys.Entries.Where(entry => !WithoutText.Contains(entry.Key)))
        {
            if (entry.Value is YamlScalar scalar)
                values.Look(entry.Key, scalar, scalar.IsNull ? entry.Position : scalar.Position);
            else if (entry.Value is YamlSequence { IsFlow: false } list)
                values.LookAtItems(entry.Key, list);
        }
    }

    private void LookAtItems(string key, YamlSequence list)
    {
        foreach (var scalar in list.Items.OfType<YamlScalar>())
            Look(key, scalar, scalar.Position);
    }

    private void Look(string key, YamlScalar value, TextPosition position)
    {
        var line = LineAt(position);
        if (!value.IsPlain || position.Column > line.Length)
            return;
        var written = line[(position.Column - 1)..];
        if (value.IsNull)
            LookBehind(key, value, position, EmptyValue().Match(written).Groups["comment"].Value);
        else if (written[0] is '!' or '&' && !value.Text.StartsWith(written[0]))
            LookAtMark(key, value, position, written.TrimEnd());
        else if (written.StartsWith(value.Text, StringComparison.Ordinal))
            LookBehind(key, value, position, written[value.Text.Length..]);
    }

    /// <summary>A comment has a blank behind its hash; words that are cut have none: <c>C# #1</c>, <c>#태그</c>.</summary>
    private void LookBehind(string key, YamlScalar value, TextPosition position, string behind)
    {
        if (Comment().Match(behind) is not { Success: true } comment || IsNumberOrSwitch(value))
            return;

        var cut = comment.Groups["text"].Value;
        var whole = value.IsNull ? cut : value.Text + comment.Value.TrimEnd();
        var isItem = !LineAt(position).TrimStart().StartsWith(key, StringComparison.Ordinal);
        var quoted = !Hashed.Contains(key) ? UnquotedValue.Quote(whole)
            : isItem ? Quoted(whole.TrimStart('#'))
            : $"[{string.Join(", ", WordsOf(whole))}]";
        var line = isItem ? $"- {quoted}" : $"{key}: {quoted}";
        Warn(position, $"YAML takes '{cut}' for a comment, so "
            + $"{Read(key, value)}", Hashed.Contains(key) ? $"Leave the hash out: {line}" : $"Put the value in quotes: {line}");
    }

    private void LookAtMark(string key, YamlScalar value, TextPosition position, string written)
    {
        var mark = written.Split(' ', 2)[0];
        // What is a standard tag, or an anchor that is used, was meant so.
        if (mark.StartsWith("!!", StringComparison.Ordinal) || (mark[0] == '&' && _aliases.Contains(mark[1..])))
            return;
        var line = LineAt(position).TrimStart();
        Warn(position, $"YAML takes '{mark}' for {(mark[0] == '!' ? "a tag" : "an anchor")}, so {Read(key, value)}",
            $"Put the value in quotes: {line[..line.IndexOf(mark, StringComparison.Ordinal)]}{UnquotedValue.Quote(written)}");
    }

    private void Warn(TextPosition position, string what, string advice) =>
        diagnostics.Add(DiagnosticRules.CutValue, position, $"{what}. {advice}.");

    private static string Read(string key, YamlScalar value) => value.IsNull ? $"'{key}' is empty" : $"'{key}' is only '{value.Text}'";

    private static IEnumerable<string> WordsOf(string text) =>
        text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(word => Quoted(word.TrimStart('#')));

    private static string Quoted(string word) => Word().IsMatch(word) ? word : UnquotedValue.Quote(word);

    private string LineAt(TextPosition position) =>
        position.Line - firstLine is var line && line >= 0 && line < _lines.Length ? _lines[line] : "";

    private static bool IsNumberOrSwitch(YamlScalar value) =>
        !value.IsNull && (KeyReader.BooleanOf(value) is not null || value.ToPlain() is decimal
            || FrontMatterDate.Parse(value.Text, TimeZoneInfo.Utc) is not null);

    [GeneratedRegex(@"^\s+(?<text>#[\p{L}\p{N}].*?)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^([^:#]*:|-)?(?<comment>\s+#.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyValue();

    [GeneratedRegex(@"\*(?<name>[^\s,\[\]{}*]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Alias();

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}_-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
