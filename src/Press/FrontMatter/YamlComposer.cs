using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Press;

/// <summary>
/// Makes a tree of values with positions from YamlDotNet's parser events. It stops at a bound of nodes and of depth, aliases
/// counted at their full size, so that no small file becomes a large tree.
/// </summary>
internal sealed class YamlComposer(DiagnosticBag diagnostics, int firstLine, int maxNodes = YamlComposer.MaxNodes)
{
    private const int MaxNodes = 10_000;
    // A table of a thousand rows has tens of thousands.
    private const int MaxNodesOfData = 200_000;
    private const int MaxDepth = 32;

    private readonly Dictionary<string, Anchored> _anchors = new(StringComparer.Ordinal);
    private string[] _lines = [];
    private int _nodes;
    private int _text;
    private int _aliasedText;

    /// <summary>
    /// The mapping that the text is; an empty one for an empty text, and after a fault, which is in the diagnostics.
    /// </summary>
    /// <param name="yaml">The text between the marks of the front matter, or a whole file of settings.</param>
    /// <param name="firstLine">The line of the file on which the text begins.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <param name="lastWins">Whether of a key that stands twice the last one counts, with a warning, as in Jekyll.</param>
    public static YamlMapping Compose(string yaml, int firstLine, DiagnosticBag diagnostics, bool lastWins = false) =>
        new YamlComposer(diagnostics, firstLine) { LastWins = lastWins } is var composer && composer.ComposeDocument(yaml) is { } root
            ? composer.AsMapping(root) : YamlMapping.Empty;

    /// <summary>The value that a file of data is, of any kind; null for an empty one, and after a fault.</summary>
    /// <param name="yaml">The whole file.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    public static YamlValue? ComposeData(string yaml, DiagnosticBag diagnostics) =>
        new YamlComposer(diagnostics, firstLine: 1, MaxNodesOfData).ComposeDocument(yaml);

    // Of a key that stands twice: as Ruby has it, which says nothing.
    private bool LastWins { get; init; }

    private YamlValue? ComposeDocument(string yaml)
    {
        _lines = yaml.Split('\n');
        try
        {
            var parser = new Parser(new Scanner(new StringReader(yaml), skipComments: true));
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return null;

            parser.Consume<DocumentStart>();
            var root = ComposeValue(parser, depth: 0);
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                diagnostics.Add(
                    DiagnosticRules.BadYaml,
                    At(parser.Current!.Start),
                    "a second YAML document begins here. Write one block of keys only.");
            return root;
        }
        catch (YamlException fault)
        {
            // The scanner stumbles over a tab somewhere else than where it stands.
            if (YamlFault.FindTab(yaml) is { } tab)
                diagnostics.Add(
                    DiagnosticRules.BadYaml,
                    tab with { Line = tab.Line + firstLine - 1 },
                    "a tab stands before the words. YAML is indented with blanks: "
                        + "write blanks, or begin in the first column.");
            else
                AddFault(fault, UnquotedValue.Find(yaml, (int)fault.Start.Line));
            return null;
        }
        catch (TooLargeException fault)
        {
            diagnostics.Add(DiagnosticRules.YamlTooLarge, fault.Position, fault.Message);
            return null;
        }
    }

    private void AddFault(YamlException fault, UnquotedValue? unquoted)
    {
        // The scanner may have noticed a line later.
        var place = unquoted?.Place is { } found
            && found.Line != fault.Start.Line ? found with { Line = found.Line + firstLine - 1 } : At(fault.Start);
        diagnostics.Add(DiagnosticRules.BadYaml, place, YamlFault.Explain(fault, unquoted));
    }

    private YamlMapping AsMapping(YamlValue root)
    {
        if (root is YamlMapping mapping)
            return mapping;
        if (root is not YamlScalar { IsNull: true })
            diagnostics.Add(
                DiagnosticRules.NotAMapping,
                root.Position,
                $"this is {root.Describe()}, not keys and values. Write 'title: ...', one key a line.");
        return YamlMapping.Empty;
    }

    private YamlValue ComposeValue(Parser parser, int depth)
    {
        var start = At(parser.Current!.Start);
        if (depth > MaxDepth)
            throw new TooLargeException(start, $"values are nested deeper than {MaxDepth}. Write them flatter.");
        Count(1, start);

        var (nodesBefore, textBefore) = (_nodes, _text);
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return Resolve(alias, start);

        var anchor = ((NodeEvent)parser.Current).Anchor;
        YamlValue value = parser.Current switch
        {
            Scalar => ComposeScalar(parser, start),
            SequenceStart => ComposeSequence(parser, start, depth),
            _ => ComposeMapping(parser, start, depth),
        };
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = new Anchored(value, _nodes - nodesBefore + 1, _text - textBefore);
        return value;
    }

    private YamlScalar ComposeScalar(Parser parser, TextPosition start)
    {
        var scalar = parser.Consume<Scalar>();
        _text += scalar.Value.Length;
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, start);
    }

    private YamlSequence ComposeSequence(Parser parser, TextPosition start, int depth)
    {
        var isFlow = parser.Consume<SequenceStart>().Style == SequenceStyle.Flow;
        var items = ImmutableArray.CreateBuilder<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ComposeValue(parser, depth + 1));
        return new YamlSequence(items.ToImmutable(), start) { IsFlow = isFlow };
    }

    private YamlMapping ComposeMapping(Parser parser, TextPosition start, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ComposeValue(parser, depth + 1);
            var value = ComposeValue(parser, depth + 1);
            if (key is not YamlScalar { Text: var name })
                diagnostics.Add(DiagnosticRules.WrongType, key.Position, $"a key is {key.Describe()}. Write a word before the colon.");
            else if (LastWins && lines.TryGetValue(name, out var first))
            {
                diagnostics.Add(
                    DiagnosticRules.RepeatedKey,
                    key.Position,
                    $"'{name}' is already defined on line {first}. The last one counts, as in Jekyll. Remove one.");
                entries[entries.FindIndex(entry => entry.Key == name)] = new YamlEntry(name, key.Position, value);
            }
            else if (!lines.TryAdd(name, key.Position.Line))
                diagnostics.Add(
                    DiagnosticRules.DuplicateKey, key.Position, $"'{name}' stands on line {lines[name]} already. Keep one of the two.");
            else
                entries.Add(new YamlEntry(name, key.Position, value));
        }

        return new YamlMapping([.. entries], start);
    }

    private YamlValue Resolve(AnchorAlias alias, TextPosition start)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
        {
            var unquoted = UnquotedValue.Of(_lines[start.Line - firstLine]);
            diagnostics.Add(
                DiagnosticRules.BadYaml,
                start,
                $"'*{alias.Value}' refers to nothing before it. "
                    + $"{unquoted?.Advice ?? "Write the value, or put it in quotes if the star is part of it."}");
            return new YamlScalar("", IsPlain: true, start);
        }

        Count(anchored.Nodes, start);
        _text += anchored.Text;
        _aliasedText += anchored.Text;
        if (_aliasedText > Limits.AliasedText)
            throw new TooLargeException(
                start, $"aliases repeat more than {Limits.AliasedText:N0} characters. Write fewer, or shorter values.");
        return anchored.Value;
    }

    private void Count(int nodes, TextPosition position)
    {
        _nodes += nodes;
        if (_nodes > maxNodes)
            throw new TooLargeException(
                position,
                FormattableString.Invariant($"there are more than {maxNodes:N0} values, aliases counted in full. Write fewer."));
    }

    private TextPosition At(Mark mark) => new((int)mark.Line + firstLine - 1, (int)mark.Column);

    /// <summary>
    /// A value that aliases repeat: how many values and how many characters of text it has, aliases in it counted in full.
    /// </summary>
    private sealed record Anchored(YamlValue Value, int Nodes, int Text);

    /// <summary>Ends the composing from any depth; never leaves this class.</summary>
    private sealed class TooLargeException(TextPosition position, string message) : Exception(message)
    {
        public TextPosition Position { get; } = position;
    }
}
