using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Decides by itself whether a version of a source can be published. What the site as a whole makes of it is the build's to say.
/// </summary>
internal abstract class SourceJudge
{
    // A drawing or a layout that is longer was not made by hand.
    private const int MaxTextBytes = PostReader.MaxBytes;

    /// <summary>Whether a source of this name becomes anything at all.</summary>
    public virtual bool Knows(string name) => SourceName.KindOf(name) != SourceKind.Ignored;

    /// <summary>How much of a source is read, and kept in its receipt; nothing of media.</summary>
    public long BytesToRead(string name) => LooksInto(name) ? MaxTextBytes : 0;

    /// <summary>What keeps this version from being published; empty if nothing does.</summary>
    /// <param name="item">The version.</param>
    /// <param name="content">Its content; null if it is longer than <see cref="BytesToRead"/>.</param>
    public abstract ImmutableArray<Diagnostic> FaultsOf(StoredItem item, ReadOnlyMemory<byte>? content);

    /// <summary>Whether the content of a source counts.</summary>
    protected abstract bool LooksInto(string name);

    protected static ImmutableArray<Diagnostic> Fault(DiagnosticRule rule, string name, string message) =>
        [new Diagnostic(rule, name, TextPosition.Start, message)];

    protected static ImmutableArray<Diagnostic> TooLarge(StoredItem item) =>
        Fault(
            DiagnosticRules.FileTooLarge,
            item.Name,
            FormattableString.Invariant($"the file has {item.Length:N0} bytes; the most is {MaxTextBytes:N0}. Make it smaller."));
}

/// <summary>Judges what authors upload.</summary>
internal sealed class PostsJudge(bool trustsHtml) : SourceJudge
{
    private readonly PostReader _reader = new(new SiteSettings(), trustsHtml);

    public override ImmutableArray<Diagnostic> FaultsOf(StoredItem item, ReadOnlyMemory<byte>? content) =>
        SourceName.KindOf(item.Name) switch
        {
            SourceKind.Site => Fault(
                DiagnosticRules.WrongContainer,
                item.Name,
                "this is a file of the site's look, and only designers make that. Upload it to the container 'site'."),
            SourceKind.Post when content is { } text => FaultsOfPage(item, text),
            SourceKind.Post => Fault(DiagnosticRules.TooLarge, item.Name, PostReader.TooLarge(item.Length)),
            SourceKind.Html when content is { } html && PageSource.Is(item.Name, html.Span) => FaultsOfPage(item, html),
            _ when content is null && LooksInto(item.Name) => TooLarge(item),
            _ => AssetReader.Check(item.Name, item.Length, content ?? default, trustsHtml),
        };

    private ImmutableArray<Diagnostic> FaultsOfPage(StoredItem item, ReadOnlyMemory<byte> content) =>
        [.. _reader.Read(new Source(item.Name, content, item.ETag, item.Created)).Diagnostics.Where(diagnostic => diagnostic.IsError)];

    protected override bool LooksInto(string name) =>
        SourceName.KindOf(name) is SourceKind.Post or SourceKind.Html || AssetReader.LooksInto(name, trustsHtml);
}

/// <summary>Judges what designers upload.</summary>
internal sealed class SiteJudge : SourceJudge
{
    public override ImmutableArray<Diagnostic> FaultsOf(StoredItem item, ReadOnlyMemory<byte>? content)
    {
        if (SourceName.KindOf(item.Name) != SourceKind.Site
            && !(item.Name.StartsWith(SourceName.AssetsFolder, StringComparison.Ordinal)
                && MediaTypes.IsKnown(item.Name)))
            return Fault(
                DiagnosticRules.WrongContainer,
                item.Name,
                $"the container 'site' holds {SiteSettings.FileName}, {SourceName.LayoutsFolder}, {SourceName.IncludesFolder}, "
                    + $"{SourceName.DataFolder} and {SourceName.AssetsFolder}. Upload posts and their media to the container 'posts'.");
        return content is { } bytes
            ? [.. Site.Of([new Source(item.Name, bytes, item.ETag, item.Created)]).Diagnostics.Where(diagnostic => diagnostic.IsError)]
            : TooLarge(item);
    }

    protected override bool LooksInto(string name) => true;
}
