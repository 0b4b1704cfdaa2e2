using System.Collections.Immutable;
using System.Globalization;

namespace Press.Cli.Serve;

/// <summary>What a preview says to its author on one page.</summary>
/// <param name="Severity">How bad it is; null for what is not wrong.</param>
/// <param name="Text">Plain text.</param>
internal sealed record PreviewNote(DiagnosticSeverity? Severity, string Text)
{
    /// <summary>Where the author may look; null for nowhere.</summary>
    public (string Href, string Text)? Link { get; init; }

    /// <summary>
    /// What concerns a page: all of its own source, errors of every source, and warnings of sources without a page (settings, layouts) on
    /// pages that come from no source (the home page, listings).
    /// </summary>
    public static ImmutableArray<PreviewNote> On(PreviewState state, string? sourceName)
    {
        var notes = state.Diagnostics
            .Where(found => found.File == sourceName || found.IsError || (sourceName is null && !state.HasPage(found.File)))
            .OrderByDescending(found => found.File == sourceName)
            .ThenByDescending(found => found.IsError)
            .Select(found => new PreviewNote(found.IsError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, found.ToString()));
        return state.WithheldOf(sourceName) is { } post ? [Shown(post), .. notes] : [.. notes];
    }

    /// <summary>On the page for addresses that do not exist, where a post would be if it were public.</summary>
    /// <param name="post">The post.</param>
    /// <param name="href">Where its page can be seen.</param>
    public static PreviewNote Missing(WithheldPost post, string href) =>
        new(null, $"{What(post)}, so readers do not find this page. '{Call(post)}' shows all like it.")
        {
            Link = (href, "See the page as it will be"),
        };

    /// <summary>On the page of a post that is not public.</summary>
    public static PreviewNote Shown(WithheldPost post) => new(null, $"{What(post)}. Readers do not see this page.");

    private static string What(WithheldPost post) => post.Why switch
    {
        WithheldReason.Draft => $"'{post.Title}' is a draft",
        WithheldReason.Over => $"'{post.Title}' was taken back by its own date",
        _ => string.Create(CultureInfo.InvariantCulture, $"'{post.Title}' comes out on {post.Due:yyyy-MM-dd HH:mm zzz}"),
    };

    private static string Call(WithheldPost post) => post.Why == WithheldReason.ToCome ? "press serve --future" : "press serve --drafts";
}
