using System.Text.RegularExpressions;
using Fluid;

namespace Press;

/// <summary>The files that the Liquid of one post includes from the folder of the post, while it is rendered once.</summary>
/// <param name="source">The post, with those of the files that were read.</param>
internal sealed partial class PostParts(Source source)
{
    private readonly string _folder = source.Name[..(source.Name.LastIndexOf('/') + 1)];
    private readonly Dictionary<string, IFluidTemplate> _parsed = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _wanted = new(StringComparer.Ordinal);

    /// <summary>The files that are included and were not read yet (ordinal). When they were, the post is rendered again.</summary>
    public IReadOnlyCollection<string> Wanted => _wanted;

    /// <summary>Takes note of the files whose names stand in a text, whether or not its Liquid comes to them.</summary>
    public void WantAllIn(string text)
    {
        foreach (var name in Tag().Matches(text).Select(match => match.Groups["name"].Value))
            Want(name);
    }

    /// <summary>A file, as a template.</summary>
    /// <param name="name">Its path below the folder of the post.</param>
    /// <param name="budget">Pays for it, and takes note of what is wrong in it.</param>
    public PartTemplate Find(string name, LiquidBudget budget)
    {
        if (FaultOf(name) is { } fault)
            return new PartTemplate.Missing(fault);
        var file = _folder + name;
        if (_parsed.TryGetValue(file, out var parsed))
            return new PartTemplate.Found(parsed);
        if (!source.Parts.TryGetValue(file, out var part))
        {
            Want(name);
            return new PartTemplate.Missing($"a post includes at most {LiquidLimits.MaxParts} files from its folder");
        }

        if (part.Text is not { } text)
            return new PartTemplate.Missing($"it includes '{name}', {part.Fault}");
        budget.Charge(text.Length);
        var template = LiquidTemplate.ParseLax(file, firstLine: 1, text, out var faults);
        foreach (var found in faults)
        {
            var line = new LineBreaks(text, firstLine: 1).PositionOf(found.Offset).Line;
            budget.Notes.Add(
                new LiquidNote(DiagnosticRules.LiquidAsText, new LiquidPlace(file, line), Word: "", $"{found.Message}, so it stays text"));
        }

        if (template is null)
            return new PartTemplate.Missing($"'{name}' cannot be read");
        return new PartTemplate.Found(_parsed[file] = template.Parsed);
    }

    private void Want(string name)
    {
        var file = _folder + name;
        if (FaultOf(name) is null && !source.Parts.ContainsKey(file) && source.Parts.Count + _wanted.Count < LiquidLimits.MaxParts)
            _wanted.Add(file);
    }

    /// <summary>Names lead down only. What lies in folders that Press passes over changes without its knowing.</summary>
    private string? FaultOf(string name) =>
        name is "" || name.StartsWith('/') || name.Contains("..", StringComparison.Ordinal) || name.Contains("./", StringComparison.Ordinal)
            ? $"'{name}' is no path below the folder of the post"
            : SourceName.KindOf(_folder + name) is SourceKind.Ignored
                ? $"'{name}' lies where Press reads no files: give it a name and a folder without '_' or '.' in front"
                : null;

    [GeneratedRegex(@"\{%-?\s*include_relative\s+(?<name>[^\s%{}]+)\s", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
