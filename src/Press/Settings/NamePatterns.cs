using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Press;

/// <summary>Names and folders of sources as <c>exclude</c> and <c>include</c> list them.</summary>
/// <seealso href="https://jekyllrb.com/docs/configuration/options/"/>
internal sealed class NamePatterns
{
    private readonly ImmutableArray<string> _names;
    private readonly ImmutableArray<Regex> _globs;
    private readonly bool _matchesBeginnings;

    /// <summary>The patterns of a list.</summary>
    /// <param name="patterns">Names, folders, or either with <c>*</c> and <c>?</c>, which stand for slashes too.</param>
    /// <param name="matchesBeginnings">Whether <c>README</c> is the beginning of <c>README.md</c>, as it is to Jekyll.</param>
    public NamePatterns(IEnumerable<string> patterns, bool matchesBeginnings = false)
    {
        var all = patterns.Select(pattern => pattern.ToNormalForm().Trim('/')).Where(pattern => pattern is not "")
            .ToLookup(pattern => pattern.AsSpan().ContainsAny('*', '?'));
        _names = [.. all[false]];
        _globs = [.. all[true].Select(GlobOf)];
        _matchesBeginnings = matchesBeginnings;
    }

    /// <summary>Whether one of them names the source or a folder that it lies in.</summary>
    public bool Match(string name) =>
        _names.Any(pattern => Names(pattern, name)) || _globs.Any(glob => glob.IsMatch(name));

    private bool Names(string pattern, string name) =>
        name.StartsWith(pattern, StringComparison.Ordinal)
        && (_matchesBeginnings || name.Length == pattern.Length || name[pattern.Length] == '/');

    private static Regex GlobOf(string pattern)
    {
        var expression = Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal);
        return new Regex(
            $"^{expression}(/.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    }
}
