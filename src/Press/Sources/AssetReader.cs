using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Press;

/// <summary>Decides whether an author's file may go to the public as it is.</summary>
internal static class AssetReader
{
    /// <summary>The most bytes of a file: it passes through memory on its way to the public.</summary>
    public const long MaxBytes = 100L * 1024 * 1024;

    /// <summary>What is said of a file without content, which is most often an upload that was cut off.</summary>
    public const string EmptyFile = "the file is empty: it has 0 bytes. Upload it again, or delete it.";

    private static readonly string[] ActiveElements = ["script", "foreignObject", "iframe", "embed", "object", "handler", "animate", "set"];

    private static readonly XmlReaderSettings NoEntities = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = 8 * 1024 * 1024 };

    /// <summary>Whether the verdict depends on what is in the file, and not on its name and length alone.</summary>
    public static bool LooksInto(string name, bool trustsHtml) => !trustsHtml && MediaTypes.OfMedia(name) == MediaTypes.Svg;

    /// <summary>Nothing wrong: the file may be published. Otherwise what is wrong with it.</summary>
    /// <param name="name">The file's.</param>
    /// <param name="length">In bytes.</param>
    /// <param name="content">Needed only if the verdict <see cref="LooksInto"/> it.</param>
    /// <param name="trustsHtml">The operator's word that authors' HTML, scripts and drawings may run.</param>
    public static ImmutableArray<Diagnostic> Check(string name, long length, ReadOnlyMemory<byte> content, bool trustsHtml)
    {
        var diagnostics = new DiagnosticBag(name);
        if (MediaTypes.OfMedia(name) is null && !(trustsHtml && MediaTypes.IsKnown(name)))
            diagnostics.Add(DiagnosticRules.NotMedia, TextPosition.Start, "not published: only Markdown, images, audio, video and PDF are. Begin its name or folder with '_' or list it under 'exclude' to silence this.");
        else if (length == 0)
            diagnostics.Add(DiagnosticRules.Empty, TextPosition.Start, EmptyFile);
        else if (length > MaxBytes)
            diagnostics.Add(DiagnosticRules.FileTooLarge, TextPosition.Start, TooLarge(length));
        else if (LooksInto(name, trustsHtml))
            CheckSvg(content, diagnostics);
        return diagnostics.ToImmutable();
    }

    /// <summary>What an author is told whose file is longer than <see cref="MaxBytes"/>.</summary>
    public static string TooLarge(long length) => FormattableString.Invariant(
        $"the file has {length:N0} bytes; the most is {MaxBytes:N0}. Make it smaller, or host it elsewhere and link to it.");

    /// <summary>An SVG is published only if nothing in it can run.</summary>
    private static void CheckSvg(ReadOnlyMemory<byte> content, DiagnosticBag diagnostics)
    {
        try
        {
            using var stream = new MemoryStream(content.ToArray());
            using var reader = XmlReader.Create(stream, NoEntities);
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            foreach (var element in document.Descendants())
            {
                if (WhatRuns(element) is { } active)
                    diagnostics.Add(DiagnosticRules.ActiveSvg, PositionOf(element), $"{active} could run in a reader's browser. Save the picture without it, or as PNG.");
            }
        }
        catch (XmlException fault)
        {
            diagnostics.Add(DiagnosticRules.ActiveSvg, new TextPosition(Math.Max(1, fault.LineNumber), Math.Max(1, fault.LinePosition)), "the SVG cannot be read as XML, so nothing says that it is harmless. Save it again from a drawing program, or as PNG.");
        }
    }

    private static string? WhatRuns(XElement element)
    {
        if (ActiveElements.Contains(element.Name.LocalName, StringComparer.OrdinalIgnoreCase))
            return $"<{element.Name.LocalName}>";
        return element.Attributes().FirstOrDefault(Runs) is { } attribute ? $"the attribute '{attribute.Name.LocalName}'" : null;
    }

    private static bool Runs(XAttribute attribute)
    {
        var name = attribute.Name.LocalName;
        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            return true;
        // Blanks and control characters within a scheme do not keep a browser from running it.
        var value = string.Concat(attribute.Value.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c)));
        return name.Equals("href", StringComparison.OrdinalIgnoreCase) && value.Contains(':', StringComparison.Ordinal)
            && !value.StartsWith("http", StringComparison.OrdinalIgnoreCase) && !value.StartsWith("data:image/", StringComparison.OrdinalIgnoreCase);
    }

    private static TextPosition PositionOf(IXmlLineInfo element) => new(element.LineNumber, element.LinePosition);
}
