using System.Text;
using System.Xml;

namespace Press;

/// <summary>How generated XML is written: UTF-8 without a byte order mark, indented, each line ended by a line feed.</summary>
internal static class GeneratedXml
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NamespaceHandling = NamespaceHandling.OmitDuplicates,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
    };

    /// <summary>A writer that leaves the stream open.</summary>
    public static XmlWriter To(Stream stream) => XmlWriter.Create(stream, Settings);

    /// <summary>All that is written, as bytes.</summary>
    public static byte[] Of(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = To(stream))
            write(writer);
        return stream.ToArray();
    }
}
