using Parlot;
using Parlot.Fluent;

namespace Press;

/// <summary>Takes what stands in a tag behind its name, whatever it is.</summary>
internal sealed class TagMarkup : Parser<string>
{
    public override bool Parse(ParseContext context, ref ParseResult<string> result)
    {
        var cursor = context.Scanner.Cursor;
        var start = cursor.Offset;
        var end = context.Scanner.Buffer.IndexOf("%}", start, StringComparison.Ordinal);
        if (end < 0)
            return false;
        if (end > start && context.Scanner.Buffer[end - 1] == '-')
            end--;
        cursor.Advance(end - start);
        result.Set(start, end, context.Scanner.Buffer[start..end].Trim());
        return true;
    }
}
