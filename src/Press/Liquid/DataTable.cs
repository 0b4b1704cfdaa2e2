using System.Text;

namespace Press;

/// <summary>Reads a table of values between commas or tabs, whose first row has the names.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc4180"/>
internal static class DataTable
{
    /// <summary>A mapping for each row.</summary>
    public static List<Dictionary<string, object?>> Read(string text, char separator)
    {
        var rows = Rows(text, separator).Where(row => row is not [""]).ToList();
        return
        [
            .. rows.Skip(1).Select(row => rows[0]
                .Select((name, column) => (name, value: column < row.Count ? row[column] : null))
                .DistinctBy(cell => cell.name)
                .ToDictionary(cell => cell.name, cell => (object?)cell.value, StringComparer.Ordinal)),
        ];
    }

    private static IEnumerable<List<string>> Rows(string text, char separator)
    {
        var (row, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var place = 0; place < text.Length; place++)
        {
            var letter = text[place];
            if (letter == '"' && isQuoted && place + 1 < text.Length && text[place + 1] == '"')
                cell.Append(text[++place]);
            else if (letter == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (isQuoted || (letter != separator && letter != '\n'))
                cell.Append(letter);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (letter != '\n')
                    continue;
                yield return row;
                row = [];
            }
        }

        if (cell.Length == 0 && row is [])
            yield break;
        row.Add(cell.ToString());
        yield return row;
    }
}
