using Markdig.Parsers;
using Markdig.Syntax;

namespace Press;

/// <summary>What was left as text in a document, since reading it as markup would have cost too much.</summary>
internal sealed class CutMarkup
{
    private readonly SortedDictionary<int, string> _messages = [];

    /// <summary>By the line of the document, counted from 0: what was cut, and what to write instead.</summary>
    public IEnumerable<KeyValuePair<int, string>> Messages => _messages;

    /// <summary>The cells by which its tables have been filled up.</summary>
    public long FilledCells { get; set; }

    /// <summary>Its alerts so far.</summary>
    public int Alerts { get; set; }

    /// <summary>The characters that references have copied of their definitions.</summary>
    public long Referenced { get; set; }

    /// <summary>What was cut of the document so far.</summary>
    public static CutMarkup Of(MarkdownDocument document)
    {
        if (document.GetData(typeof(CutMarkup)) is CutMarkup known)
            return known;
        var cuts = new CutMarkup();
        document.SetData(typeof(CutMarkup), cuts);
        return cuts;
    }

    /// <summary>Says that something of the block that is being parsed was cut. One message for a block is enough.</summary>
    public static void Add(InlineProcessor processor, string message) => Add(processor.Document, processor.Block!.Line, message);

    /// <summary>Says that something on a line of a document, counted from 0, was cut.</summary>
    public static void Add(MarkdownDocument document, int line, string message) => Of(document)._messages.TryAdd(line, message);
}
