using System.Collections.Immutable;

namespace Press;

/// <summary>Says what is to be made of each source.</summary>
internal sealed class SourceWork
{
    private readonly SiteSettings _settings;
    private readonly SitePlan _plan;
    private readonly FilePlan _files;
    private readonly DateTimeOffset _now;

    private SourceWork(FilePlan files, DateTimeOffset now) =>
        (_settings, _plan, _files, _now) = (files.Inputs.Settings, files.Inputs.Plan, files, now);

    /// <summary>What is to be made of each source, by item (ordinal).</summary>
    public ImmutableArray<Order> Orders { get; private set; } = [];

    /// <summary>Says it of all.</summary>
    /// <param name="known">What is known of each, by item (ordinal).</param>
    /// <param name="receipts">The receipts of the authors' sources.</param>
    /// <param name="files">The plan.</param>
    /// <param name="now">The moment for which it is.</param>
    /// <param name="before">What an earlier build said; what is the same is taken from there.</param>
    public static SourceWork Of(
        PartedMap<KnownSource> known, ReceiptFolder receipts, FilePlan files, DateTimeOffset now, SourceWork? before)
    {
        var work = new SourceWork(files, now);
        var earlier = before is not null && ReferenceEquals(before._plan.Frame, work._plan.Frame) ? before.Orders : [];
        var orders = ImmutableArray.CreateBuilder<Order>(earlier.Length);
        var next = 0;
        foreach (var (item, source) in known.Entries)
        {
            while (next < earlier.Length && string.CompareOrdinal(earlier[next].Item, item) < 0)
                next++;
            if (next < earlier.Length
                && earlier[next] is { } order
                && order.Item == item
                && ReferenceEquals(order.Known, source)
                && work.Holds(order))
                orders.Add(order);
            else if (receipts.SourceOf(item) is { } name)
                orders.Add(work.OrderOf(name, item, source));
        }

        work.Orders = orders.ToImmutable();
        return work;
    }

    /// <summary>
    /// Whether what was said of a public source with the same frame, of which the same is known, holds. Of others it depends on the moment.
    /// </summary>
    private bool Holds(Order order) =>
        order.File is { } file && ReferenceEquals(_files.Find(file.Name), file) && order.Found == _plan.Diagnostics.Of(order.Source);

    private Order OrderOf(string source, string item, KnownSource known)
    {
        var isExcluded = _settings.Excludes(source);
        var outcome = OutcomeOf(source, known, isExcluded);
        var file = outcome.File is { } name ? _files.Find(name) : null;
        var found = _plan.Diagnostics.Of(source);
        ImmutableArray<ReceiptDiagnostic> diagnostics = [.. found.Concat(ImageWarnings(source, known)).Select(ReceiptDiagnostic.Of)];
        return new Order(source, item, known, outcome, file, diagnostics, HashOf(known, isExcluded, outcome, file, diagnostics))
        {
            Found = found,
            IsExcluded = isExcluded,
        };
    }

    private static UInt128 HashOf(
        KnownSource known, bool isExcluded, Outcome outcome, PlannedFile? file, ImmutableArray<ReceiptDiagnostic> diagnostics)
    {
        var hash = new HashBuilder();
        hash.Add(isExcluded);
        hash.Add(file?.MadeOf ?? 0);
        hash.Add(known.ETag);
        hash.Add(known.GoodETag);
        // What reading says of a post without a file may change with the settings too.
        hash.Add(known.ReadWith);
        hash.Add((long)outcome.State);
        hash.Add(outcome.File);
        hash.Add(outcome.Url);
        hash.Add(outcome.Due ?? default);
        hash.Add(outcome.Preview);
        foreach (var found in diagnostics)
        {
            hash.Add(found.Code);
            hash.Add(found.Line);
            hash.Add(found.Column);
            hash.Add(found.Message);
        }

        return hash.ToHash();
    }

    /// <summary>Of a faulty source what was read is an older version, which its author no longer sees.</summary>
    private IEnumerable<Diagnostic> ImageWarnings(string source, KnownSource known)
    {
        if (known is not { HasErrors: false, Image: { } image } || !_plan.Frame.HasAsset(source))
            yield break;
        if (image.Fault is { } fault)
            yield return ImageReading.Warning(source, fault);
        if (ImageVariant.WarningFor(source, image.Facts) is { } warning)
            yield return warning;
    }

    private Outcome OutcomeOf(string source, KnownSource known, bool isExcluded)
    {
        if (_plan.Frame.Places.Has(source))
        {
            var planned = _plan.LinkedOf(source).Entry;
            return new(known.HasErrors ? ReceiptState.Faulty : ReceiptState.Published, UrlPath.ToFile(planned.Path), planned.Url);
        }

        var file = SourceName.WithoutPostsFolder(source);
        if (_plan.Frame.HasAsset(source))
            return new(known.HasErrors ? ReceiptState.Faulty : ReceiptState.Published, file, _settings.AbsoluteLink("/" + file));
        if (known.HasErrors)
            return new(ReceiptState.Faulty);
        if (known.HasFaults || isExcluded || _plan.Unpublished.Contains(source))
            return new(ReceiptState.Withheld);
        // What else is not public is withheld, a post to come, or one that has lost its URL to another.
        if (known.Summary is not { } post || post.IsPublic(_now, _settings))
            return new(ReceiptState.Faulty);
        var preview = StoredPreviews.PathOf(source);
        return post.IsWithheld || post.IsOver(_now)
            ? new(ReceiptState.Withheld) { Preview = preview }
            : new(ReceiptState.Scheduled, Due: post.ComesOut) { Preview = preview };
    }
}

/// <summary>What is to be made of one source.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Item">The item that holds its receipt.</param>
/// <param name="Known">What is known of it.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="File">Its public file; null if it has none.</param>
/// <param name="Diagnostics">What is wrong with it as a part of this site.</param>
/// <param name="MadeOf">A hash of all that its file and receipt are made from.</param>
internal sealed record Order(
    string Source,
    string Item,
    KnownSource Known,
    Outcome Outcome,
    PlannedFile? File,
    ImmutableArray<ReceiptDiagnostic> Diagnostics,
    UInt128 MadeOf)
{
    /// <summary>What the plan found.</summary>
    public ImmutableArray<Diagnostic> Found { get; init; } = [];

    /// <summary>Whether the settings exclude it: then nothing is said of what is in it but why it was refused.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Whether it is copied rather than rendered.</summary>
    public bool IsCopy => File is not null && SourceName.KindOf(Source) == SourceKind.Asset;
}
