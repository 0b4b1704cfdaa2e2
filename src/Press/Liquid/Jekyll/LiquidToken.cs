namespace Press;

/// <summary>A piece of a template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Its first character in the template.</param>
/// <param name="End">The character behind it.</param>
internal readonly record struct LiquidToken(LiquidTokenKind Kind, int Start, int End)
{
    /// <summary>
    /// Cuts a template as Liquid does: a tag ends at the first <c>%}</c>, an output at the first <c>}</c>, whatever stands in between.
    /// </summary>
    /// <seealso href="https://github.com/Shopify/liquid/blob/v5.4.0/lib/liquid/tokenizer.rb"/>
    public static IEnumerable<LiquidToken> Cut(string text)
    {
        var (start, hasTagEnd, hasBrace) = (0, true, true);
        for (var open = NextOpening(text, 0); open >= 0; open = NextOpening(text, start))
        {
            if (open > start)
                yield return new LiquidToken(LiquidTokenKind.Text, start, open);
            var isTag = text[open + 1] == '%';
            // What is not found once is not found behind it either.
            var end = isTag
                ? (hasTagEnd ? text.IndexOf("%}", open + 2, StringComparison.Ordinal) : -1)
                : (hasBrace ? text.IndexOf('}', open + 2) : -1);
            (hasTagEnd, hasBrace) = (hasTagEnd && !(isTag && end < 0), hasBrace && !(!isTag && end < 0));
            if (end < 0)
                start = open + 2;
            else if (isTag)
                start = end + 2;
            else
                start = end + 1 < text.Length && text[end + 1] == '}' ? end + 2 : end + 1;
            var isWhole = end >= 0 && (isTag || text[start - 2] == '}');
            yield return new LiquidToken(
                !isWhole ? LiquidTokenKind.Unclosed : isTag ? LiquidTokenKind.Tag : LiquidTokenKind.Output, open, start);
        }

        if (start < text.Length)
            yield return new LiquidToken(LiquidTokenKind.Text, start, text.Length);
    }

    /// <summary>Whether there is anything of Liquid in a text.</summary>
    public static bool AnyIn(string text) => NextOpening(text, 0) >= 0;

    private static int NextOpening(string text, int start)
    {
        for (var brace = text.IndexOf('{', start); brace >= 0 && brace + 1 < text.Length; brace = text.IndexOf('{', brace + 1))
        {
            if (text[brace + 1] is '{' or '%')
                return brace;
        }

        return -1;
    }
}

/// <summary>The kinds of <see cref="LiquidToken"/>.</summary>
internal enum LiquidTokenKind
{
    /// <summary>Text, printed as it is.</summary>
    Text,

    /// <summary><c>{{ … }}</c>.</summary>
    Output,

    /// <summary><c>{% … %}</c>.</summary>
    Tag,

    /// <summary>An opening without its end.</summary>
    Unclosed,
}
