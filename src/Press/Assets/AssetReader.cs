using System.Collections.Immutable;

namespace Press;

/// <summary>Decides whether an author's file may go to the public as it is.</summary>
internal static class AssetReader
{
    /// <summary>What is said of a file without content, which is most often an upload that was cut off.</summary>
    public const string EmptyFile = "the file is empty: it has 0 bytes. Upload it again, or delete it.";

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
            diagnostics.Add(
                DiagnosticRules.NotMedia,
                TextPosition.Start,
                MediaTypes.IsSass(name)
                    ? $"not published: Press compiles no Sass. Make '{Path.ChangeExtension(name, ".css")}' of it with a Sass compiler, "
                        + "and add that."
                    : "not published: only Markdown, images, audio, video and PDF are. "
                        + "Begin its name or folder with '_' or list it under 'exclude' to silence this.");
        else if (length == 0)
            diagnostics.Add(DiagnosticRules.Empty, TextPosition.Start, EmptyFile);
        else if (length > Source.MaxBytes)
            diagnostics.Add(DiagnosticRules.FileTooLarge, TextPosition.Start, TooLarge(length));
        else if (LooksInto(name, trustsHtml) && SvgReader.Read(content).ToDiagnostic(name) is { } fault)
            return [fault];
        return diagnostics.ToImmutable();
    }

    /// <summary>What an author is told whose file is longer than <see cref="Source.MaxBytes"/>.</summary>
    public static string TooLarge(long length) => FormattableString.Invariant(
        $"the file has {length:N0} bytes; the most is {Source.MaxBytes:N0}. Make it smaller, or host it elsewhere and link to it.");
}
