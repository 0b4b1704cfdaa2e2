using System.Collections.Immutable;

namespace Press;

/// <summary>A public file that is to be. Who has the bytes that were made for a hash need not make them again.</summary>
/// <param name="Name">Its name in the public store: <c>ko/서울-산책.html</c>.</param>
/// <param name="MadeOf">A hash of everything that its bytes depend on.</param>
/// <param name="SourceName">The source that it comes from; null for what comes from many (listings) or from none (the theme).</param>
/// <param name="RenderAsync">Makes it, from what the plan that has it follows from: a file may outlive the plan for which it was planned
/// first, and must not keep that in memory.</param>
internal sealed record PlannedFile(
    string Name,
    UInt128 MadeOf,
    string? SourceName,
    Func<PlanInputs, ISourceContent, CancellationToken, ValueTask<RenderedFile>> RenderAsync)
{
    /// <summary>The layout of the page; null for what has none, and with which nothing can be wrong that is not known before.</summary>
    public string? Layout { get; init; }
}

/// <summary>A public file that was made.</summary>
/// <param name="Content">What is written, and how a web server hands it out.</param>
internal sealed record RenderedFile(StoreContent Content)
{
    /// <summary>What is wrong with its source on this page.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The layouts that failed for it.</summary>
    public ImmutableArray<LayoutFault> LayoutFaults { get; init; } = [];

    /// <summary>What was found when it was made, faults of layouts where they lie.</summary>
    public ImmutableArray<Diagnostic> Found() => [.. Diagnostics, .. LayoutFaults.Select(fault => fault.ToDiagnostic())];

    /// <summary>The post as its page shows it; null for all other files.</summary>
    public Post? Post { get; init; }
}
