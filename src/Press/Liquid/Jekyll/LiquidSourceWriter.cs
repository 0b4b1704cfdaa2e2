using System.Text;

namespace Press;

/// <summary>Makes a <see cref="LiquidSource"/>.</summary>
/// <param name="text">The template as it was written.</param>
/// <param name="isValid">Whether the parser takes a piece of a template.</param>
internal sealed class LiquidSourceWriter(string text, Func<string, bool> isValid)
{
    private readonly Dictionary<string, bool> _valid = new(StringComparer.Ordinal);
    private readonly List<string> _pieces = [];
    private readonly List<LiquidSourceFault> _faults = [];
    private readonly Stack<OpenBlock> _open = new();
    private readonly LiquidToken[] _tokens = [.. LiquidToken.Cut(text)];
    private Dictionary<int, int>? _commentEnds;
    private bool _hasRawEnd = true;

    /// <summary>The prepared template.</summary>
    public LiquidSource Write()
    {
        for (var place = 0; place < _tokens.Length;)
            place = WriteToken(place);
        while (_open.TryPop(out var block))
            Undo(block);
        return new LiquidSource(string.Concat(_pieces), [.. _faults.OrderBy(fault => fault.Offset)]);
    }

    /// <summary>Writes a token, or a whole raw text or comment.</summary>
    /// <returns>The next token.</returns>
    private int WriteToken(int place)
    {
        var token = _tokens[place];
        var written = text[token.Start..token.End];
        switch (token.Kind)
        {
            case LiquidTokenKind.Text:
                _pieces.Add(written);
                return place + 1;
            case LiquidTokenKind.Output:
                _pieces.Add(Output(written));
                return place + 1;
            case LiquidTokenKind.Unclosed:
                AddLiteral(token, $"'{written[..2]}' has no end");
                return place + 1;
            default:
                return WriteTag(place, LiquidTag.Of(written));
        }
    }

    private string Output(string written)
    {
        if (IsValid(written))
            return written;
        var opening = written.StartsWith("{{-", StringComparison.Ordinal) ? "{{-" : "{{";
        var closing = written.EndsWith("-}}", StringComparison.Ordinal) ? "-}}" : "}}";
        var markup = written.Length >= opening.Length + closing.Length ? written[opening.Length..^closing.Length] : "";
        var lax = $"{opening} {LaxMarkup.Output(markup)} {closing}";
        return KeepLines(written, IsValid(lax) ? lax : $"{opening} nil {closing}");
    }

    private int WriteTag(int place, LiquidTag? tag)
    {
        if (tag is null)
            AddLiteral(_tokens[place], "a tag without a name");
        else if (tag.Name == "raw")
            return WriteRaw(place);
        else if (tag.Name == "comment")
            return WriteComment(place);
        else if (LiquidTagKinds.Blocks.Contains(tag.Name))
            Open(place, tag);
        else if (LiquidTagKinds.Single.Contains(tag.Name))
            WriteSingle(place, tag);
        else if (_open.TryPeek(out var block) && LiquidTagKinds.IsPartOf(block.Tag.Name, tag.Name))
            WritePart(place, tag, block);
        else if (_open.TryPeek(out block) && tag.Name == "end" + block.Tag.Name)
            Close(place, tag);
        else
            AddLiteral(_tokens[place], WhyUnknown(tag.Name));
        return place + 1;
    }

    private static string WhyUnknown(string name) =>
        name.StartsWith("end", StringComparison.Ordinal) && (LiquidTagKinds.Blocks.Contains(name[3..]) || name is "endraw" or "endcomment")
            ? $"'{name}' ends nothing that is open here"
            : name is "else" or "elsif" or "when" ? $"'{name}' stands in no tag that has it"
            : $"there is no tag '{name}'";

    private void WriteSingle(int place, LiquidTag tag)
    {
        var written = Repaired(tag, tag.Name == "assign" ? LaxMarkup.Assignment : null, piece => piece);
        if (written is null)
            AddLiteral(_tokens[place], $"'{tag.Name}' cannot be read");
        else
            _pieces.Add(written);
    }

    private void Open(int place, LiquidTag tag)
    {
        Func<string, string?>? lax = tag.Name switch
        {
            "if" or "unless" => LaxMarkup.Condition,
            "case" => markup => LaxMarkup.Output(markup),
            "for" => LaxMarkup.Loop,
            _ => null,
        };
        var body = tag.Name == "case" ? "{% when 1 %}" : "";
        var written = Repaired(tag, lax, piece => $"{piece}{body}{{% end{tag.Name} %}}");
        var block = new OpenBlock(tag, place, written is not null);
        _open.Push(block);
        block.Pieces.Add((place, _pieces.Count));
        if (written is null)
            AddLiteral(_tokens[place], $"'{tag.Name}' cannot be read");
        else
            _pieces.Add(written);
    }

    private void WritePart(int place, LiquidTag tag, OpenBlock block)
    {
        var written = !block.IsKept ? null : tag.Name switch
        {
            "elsif" => Repaired(tag, LaxMarkup.Condition, piece => $"{{% if a %}}{piece}{{% endif %}}"),
            "when" => Repaired(tag, LaxMarkup.Values, piece => $"{{% case a %}}{piece}{{% endcase %}}"),
            _ => tag.With(""),
        };
        block.Pieces.Add((place, _pieces.Count));
        _pieces.Add(written ?? Literal(tag.Written));
        if (written is null && block.IsKept)
            _faults.Add(new LiquidSourceFault(_tokens[place].Start, $"'{tag.Name}' cannot be read"));
    }

    private void Close(int place, LiquidTag tag)
    {
        var block = _open.Pop();
        _pieces.Add(block.IsKept ? tag.With("") : Literal(WrittenAt(place)));
    }

    /// <summary>A block that is never closed is text, tag by tag; what stands in it stays what it is.</summary>
    private void Undo(OpenBlock block)
    {
        foreach (var (place, piece) in block.Pieces)
            _pieces[piece] = Literal(WrittenAt(place));
        if (block.IsKept)
            _faults.Add(new LiquidSourceFault(
                _tokens[block.Place].Start,
                $"'{block.Tag.Name}' is never closed: 'end{block.Tag.Name}' is missing"));
    }

    private int WriteRaw(int place)
    {
        var start = _tokens[place].End;
        if (EndTag(start, "endraw") is not { } end)
        {
            AddLiteral(_tokens[place], "'raw' is never closed: 'endraw' is missing");
            return place + 1;
        }

        _pieces.Add($"{text[_tokens[place].Start..end.Start]}{{% endraw %}}");
        return TokenFrom(place, end.End);
    }

    private int WriteComment(int place)
    {
        _commentEnds ??= FindCommentEnds();
        if (!_commentEnds.TryGetValue(place, out var end))
        {
            AddLiteral(_tokens[place], "'comment' is never closed: 'endcomment' is missing");
            return place + 1;
        }

        var (first, last) = (LiquidTag.Of(WrittenAt(place))!, LiquidTag.Of(WrittenAt(end))!);
        var lines = text.AsSpan(_tokens[place].Start, _tokens[end].End - _tokens[place].Start).Count('\n');
        _pieces.Add($"{first.With("")}{new string('\n', lines)}{last.With("")}");
        return end + 1;
    }

    /// <summary>The end of each comment that has one; comments may stand in comments.</summary>
    private Dictionary<int, int> FindCommentEnds()
    {
        var (ends, open) = (new Dictionary<int, int>(), new Stack<int>());
        for (var place = 0; place < _tokens.Length; place++)
        {
            var name = _tokens[place].Kind == LiquidTokenKind.Tag ? LiquidTag.Of(WrittenAt(place))?.Name : null;
            if (name == "comment")
                open.Push(place);
            else if (name == "endcomment" && open.TryPop(out var start))
                ends[start] = place;
        }

        return ends;
    }

    private string WrittenAt(int place) => text[_tokens[place].Start.._tokens[place].End];

    /// <summary>The first end tag of this name from a place on. It may stand within what would be another tag.</summary>
    private (int Start, int End)? EndTag(int from, string name)
    {
        for (var word = _hasRawEnd ? text.IndexOf(name, from, StringComparison.Ordinal) : -1; word >= 0;
            word = text.IndexOf(name, word + 1, StringComparison.Ordinal))
        {
            var before = text.AsSpan(from, word - from).TrimEnd();
            before = before is [.., '-'] ? before[..^1] : before;
            if (before is [.., '{', '%'] && text.IndexOf("%}", word, StringComparison.Ordinal) is var end and >= 0)
                return (from + before.Length - 2, end + 2);
        }

        // Nor is there one behind a later place.
        _hasRawEnd = false;
        return null;
    }

    /// <summary>The first token that begins at or behind a character; one that began before it is cut.</summary>
    private int TokenFrom(int place, int start)
    {
        while (place < _tokens.Length && _tokens[place].End <= start)
            place++;
        if (place < _tokens.Length && _tokens[place].Start < start)
            _tokens[place] = new LiquidToken(LiquidTokenKind.Text, start, _tokens[place].End);
        return place;
    }

    private string? Repaired(LiquidTag tag, Func<string, string?>? lax, Func<string, string> inBlock)
    {
        if (IsValid(inBlock(tag.Written)))
            return tag.Written;
        var repaired = lax?.Invoke(tag.Markup) is { } markup ? KeepLines(tag.Written, tag.With(markup)) : null;
        return repaired is not null && IsValid(inBlock(repaired)) ? repaired : null;
    }

    private bool IsValid(string piece)
    {
        if (!_valid.TryGetValue(piece, out var valid))
            _valid[piece] = valid = isValid(piece);
        return valid;
    }

    private void AddLiteral(LiquidToken token, string fault)
    {
        _pieces.Add(Literal(text[token.Start..token.End]));
        _faults.Add(new LiquidSourceFault(token.Start, fault));
    }

    /// <summary>Text that prints what looks like Liquid.</summary>
    private static string Literal(string written)
    {
        var literal = new StringBuilder(written.Length + 16);
        for (var place = 0; place < written.Length; place++)
        {
            if (written[place] == '{' && place + 1 < written.Length && written[place + 1] is '{' or '%')
                literal.Append("{{ '").Append(written, place++, 2).Append("' }}");
            else
                literal.Append(written[place]);
        }

        return literal.ToString();
    }

    private static string KeepLines(string written, string other) =>
        other + (written.AsSpan().Count('\n') - other.AsSpan().Count('\n') is var lines and > 0
            ? $"{{% comment %}}{new string('\n', lines)}{{% endcomment %}}"
            : "");

    /// <summary>A block whose end has not come yet.</summary>
    /// <param name="Tag">Its tag.</param>
    /// <param name="Place">The token of that.</param>
    /// <param name="IsKept">Whether it is a block; else its tags are text.</param>
    private sealed record OpenBlock(LiquidTag Tag, int Place, bool IsKept)
    {
        /// <summary>Its tags so far: the token, and the piece that was written for it.</summary>
        public List<(int Place, int Piece)> Pieces { get; } = [];
    }
}
