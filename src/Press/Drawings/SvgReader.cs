using System.Text;
using System.Xml;

namespace Press;

/// <summary>
/// Reads a drawing against <see cref="SvgVocabulary"/>: what is harmless passes, what no browser shows is taken out, and a drawing with
/// something that runs or loads is refused. What comes out passes again, byte for byte.
/// </summary>
internal sealed partial class SvgReader
{
    /// <summary>The most characters of a drawing.</summary>
    public const int MaxCharacters = 8 * 1024 * 1024;

    // A drawing in a drawing in a drawing: icons of draw.io lie one deep.
    private const int MaxNesting = 3;

    private static readonly XmlReaderSettings Reading = new()
    {
        // Parsed, so that it is seen; nothing is ever loaded for it, and a drawing with declarations of its own is refused.
        DtdProcessing = DtdProcessing.Parse,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = MaxCharacters,
    };

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        NewLineHandling = NewLineHandling.Entitize,
    };

    private readonly XmlReader _reader;
    private readonly XmlWriter _writer;
    private readonly int _nesting;
    private readonly Stack<OpenElement> _open = new();
    private StringBuilder? _style;
    private int _skippedFrom = -1;
    private SvgFault? _fault;
    private int _faults;
    private bool _isChanged;
    private bool _isEnded;
    private TextPosition _position = TextPosition.Start;

    private SvgReader(XmlReader reader, XmlWriter writer, int nesting) => (_reader, _writer, _nesting) = (reader, writer, nesting);

    /// <summary>Reads a drawing. The same bytes give the same reading.</summary>
    public static SvgReading Read(ReadOnlyMemory<byte> content) => Read(content, nesting: 0);

    private static SvgReading Read(ReadOnlyMemory<byte> content, int nesting)
    {
        if (IsWide(content.Span[..Math.Min(4, content.Length)]))
        {
            var fault = new SvgFault(TextPosition.Start, "the SVG is not UTF-8", "Save it again as UTF-8, or as PNG.");
            return new SvgReading(content, fault, Faults: 1);
        }

        using var cleaned = new MemoryStream();
        using var stream = new MemoryStream(content.ToArray());
        using var reader = XmlReader.Create(stream, Reading);
        using var writer = XmlWriter.Create(cleaned, Writing);
        var drawing = new SvgReader(reader, writer, nesting);
        drawing.ReadAll();
        if (drawing._fault is null)
            writer.Flush();
        var bytes = drawing is { _fault: null, _isChanged: true } ? cleaned.ToArray() : content;
        return new SvgReading(bytes, drawing._fault, drawing._faults);
    }

    /// <summary>Whether a file begins as text of more than one byte a character does.</summary>
    private static bool IsWide(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.Contains((byte)0);

    private void ReadAll()
    {
        try
        {
            while (!_isEnded && _reader.Read())
                ReadNode();
        }
        catch (XmlException fault)
        {
            var position = new TextPosition(Math.Max(1, fault.LineNumber), Math.Max(1, fault.LinePosition));
            Refuse(
                position,
                "the SVG cannot be read as XML, so nothing says that it is harmless",
                "Save it again from a drawing program, or as PNG.");
        }
    }

    private void ReadNode()
    {
        if (_skippedFrom >= 0)
        {
            if (_reader.NodeType == XmlNodeType.EndElement && _reader.Depth == _skippedFrom)
                _skippedFrom = -1;
            return;
        }

        if (_reader is IXmlLineInfo line)
            _position = new TextPosition(Math.Max(1, line.LineNumber), Math.Max(1, line.LinePosition));
        switch (_reader.NodeType)
        {
            case XmlNodeType.Element:
                ReadElement();
                break;
            case XmlNodeType.EndElement:
                Close();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                ReadText();
                break;
            case XmlNodeType.Comment:
                if (_style is null)
                    _writer.WriteComment(_reader.Value);
                break;
            default:
                ReadProlog();
                break;
        }
    }

    /// <summary>What is neither text nor element: the XML declaration, the DOCTYPE, processing instructions.</summary>
    private void ReadProlog()
    {
        switch (_reader.NodeType)
        {
            case XmlNodeType.XmlDeclaration:
                // Of these encodings every reader gives ASCII the same meaning, and so sees the same markup.
                if (_reader.GetAttribute("encoding") is { } encoding
                    && encoding.ToUpperInvariant() is not ("UTF-8" or "US-ASCII" or "ISO-8859-1"))
                    End($"the SVG has the encoding '{encoding}'", "Save it again as UTF-8, or as PNG.");
                break;
            case XmlNodeType.DocumentType:
                ReadDoctype();
                break;
            case XmlNodeType.ProcessingInstruction when _reader.Name == "xml-stylesheet":
                Refuse(
                    "<?xml-stylesheet?> could load or run what is not in the drawing",
                    "Export the drawing with its styles inside, or as PNG.");
                break;
            case XmlNodeType.ProcessingInstruction:
                _isChanged = true;
                break;
            default:
                End("the SVG uses an entity", "Export it as plain SVG, or as PNG.");
                break;
        }
    }

    private void ReadDoctype()
    {
        var (publicId, systemId) = (_reader.GetAttribute("PUBLIC"), _reader.GetAttribute("SYSTEM"));
        if (!string.IsNullOrWhiteSpace(_reader.Value))
            End(
                "the DOCTYPE of the SVG declares entities or attributes",
                "In Illustrator, use File > Export > Export As > SVG, or save without 'Preserve Illustrator Editing Capabilities'. "
                + "Elsewhere, export as plain SVG or PNG.");
        else if (_reader.Name != "svg" || publicId?.StartsWith("-//W3C//DTD SVG ", StringComparison.Ordinal) == false || !IsW3C(systemId))
            End("the DOCTYPE of the SVG is not the W3C's", "Delete that line, or export as plain SVG.");
    }

    private static bool IsW3C(string? systemId) =>
        systemId is null
        || systemId.StartsWith("http://www.w3.org/", StringComparison.Ordinal)
        || systemId.StartsWith("https://www.w3.org/", StringComparison.Ordinal);

    private void ReadText()
    {
        if (_style is not null)
            _style.Append(_reader.Value);
        else if (_open.Count == 0)
            _writer.WriteWhitespace(_reader.Value);
        else if (_reader.NodeType == XmlNodeType.CDATA)
            _writer.WriteCData(_reader.Value);
        else
            _writer.WriteString(_reader.Value);
    }

    private void Close()
    {
        if (_style is { } style)
        {
            _writer.WriteString(Cleaned(style.ToString()));
            _style = null;
        }

        if (_open.Pop().IsWritten)
            _writer.WriteEndElement();
    }

    private string Cleaned(string css)
    {
        var cleaned = DrawingCss.Clean(css);
        _isChanged |= cleaned != css;
        return cleaned;
    }

    private void Skip()
    {
        _isChanged = true;
        if (!_reader.IsEmptyElement)
            _skippedFrom = _reader.Depth;
    }

    /// <summary>Refuses what stands in the node that is read: an element with all its attributes is one place.</summary>
    private void Refuse(string what, string advice) => Refuse(_position, what, advice);

    private void Refuse(TextPosition position, string what, string advice)
    {
        _fault ??= new SvgFault(position, what, advice);
        _faults++;
    }

    /// <summary>Refuses a drawing of which the rest need not be read.</summary>
    private void End(string what, string advice)
    {
        Refuse(what, advice);
        _isEnded = true;
    }

    /// <summary>An element that is not closed yet.</summary>
    /// <param name="IsWritten">Whether its tags are written; else its content alone is.</param>
    /// <param name="IsLabel">Whether HTML may stand in it.</param>
    private readonly record struct OpenElement(bool IsWritten, bool IsLabel);
}
