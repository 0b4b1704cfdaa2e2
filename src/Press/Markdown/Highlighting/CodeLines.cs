using System.Globalization;
using System.Text;

namespace Press;

/// <summary>Puts each line of code into an element of its own, by which it is numbered and marked. The text stays what it was.</summary>
internal static class CodeLines
{
    /// <summary>The lines as HTML.</summary>
    /// <param name="html">Code as <see cref="TokenWriter"/> writes it: text and elements that hold text alone.</param>
    /// <param name="options">What the fence asks for.</param>
    public static string Wrap(string html, FenceOptions options)
    {
        var lines = new StringBuilder(html.Length * 2);
        var open = "";
        var number = 0;
        var from = 0;
        while (from < html.Length)
        {
            var end = html.IndexOf('\n', from);
            var line = html.AsSpan(from, (end < 0 ? html.Length : end) - from);
            number++;
            var name = options.Marks(number) ? "mark" : "span";
            lines.Append('<').Append(name).Append(" class=\"line\"");
            if (options.FirstNumber is { } first)
                lines.Append(CultureInfo.InvariantCulture, $" data-line=\"{first + number - 1}\"");
            lines.Append('>').Append(open).Append(line);
            open = OpenAt(line, open);
            if (open is not "")
                lines.Append("</span>");
            // The line break belongs to its line: what is copied is what was written.
            lines.Append(end < 0 ? "" : "\n").Append("</").Append(name).Append('>');
            from = end < 0 ? html.Length : end + 1;
        }

        return lines.ToString();
    }

    /// <summary>The tag of the element that is open behind a line; empty if none is.</summary>
    private static string OpenAt(ReadOnlySpan<char> line, string before)
    {
        var tag = line.LastIndexOf('<');
        if (tag < 0)
            return before;
        return line[tag..].StartsWith("</") ? "" : line[tag..(tag + line[tag..].IndexOf('>') + 1)].ToString();
    }
}
