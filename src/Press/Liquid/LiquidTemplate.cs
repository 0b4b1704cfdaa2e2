using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;

namespace Press;

/// <summary>A template within <see cref="LiquidLimits"/>. Thread-safe.</summary>
internal sealed class LiquidTemplate
{
    private static readonly LiquidParser Parser = new();

    // What a template prints is encoded unless it is HTML already; letters of every script stay as they are.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly LiquidPlace _start;

    private LiquidTemplate(IFluidTemplate parsed, LiquidPlace start, string text) => (Parsed, _start, Text) = (parsed, start, text);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The filters in it that do not exist, in the order of the template.</summary>
    public ImmutableArray<LiquidFilterUse> UnknownFilters { get; private init; } = [];

    /// <summary>The template as other templates include it.</summary>
    public IFluidTemplate Parsed { get; }

    /// <summary>Parses a template; null, and a fault, if it is not valid Liquid or nested too deep.</summary>
    /// <param name="file">Its file's name, for faults.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="text">The template.</param>
    /// <param name="fault">Null if there is none.</param>
    public static LiquidTemplate? Parse(string file, int firstLine, string text, out LiquidFault? fault)
    {
        var filters = new HashSet<LiquidFilterUse>();
        var parsed = Parser.TryParse(file, firstLine, text, out var line, out var message, filters);
        fault = message is null
            ? null
            : new LiquidFault(new LiquidPlace(file, line), message.ReplaceLineEndings(" ").TrimEnd('.', ' '), IsRunaway: false);
        return parsed is null
            ? null
            : new LiquidTemplate(parsed, new LiquidPlace(file, firstLine), text) { UnknownFilters = UnknownOf(filters) };
    }

    private static ImmutableArray<LiquidFilterUse> UnknownOf(IEnumerable<LiquidFilterUse> filters) =>
        [.. filters.Where(filter => !KnownFilters.Options.Filters.TryGetValue(filter.Name, out _)).OrderBy(filter => filter.Line)
            .DistinctBy(filter => filter.Name)];

    /// <summary>
    /// Parses a template of a Jekyll site, in Liquid's lax mode: what cannot be read is text, and a fault.
    /// Null, and one fault, if all of it cannot be read.
    /// </summary>
    /// <param name="file">Its file's name, for faults.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="text">The template.</param>
    /// <param name="faults">In the order of the template; offsets are those of the text.</param>
    public static LiquidTemplate? ParseLax(string file, int firstLine, string text, out ImmutableArray<LiquidSourceFault> faults)
    {
        var source = LiquidSource.Of(text, Parser.Accepts);
        faults = source.Faults;
        var filters = new HashSet<LiquidFilterUse>();
        if (Parser.TryParse(file, firstLine, source.Text, out var line, out var message, filters) is { } parsed)
            return new LiquidTemplate(parsed, new LiquidPlace(file, firstLine), text) { UnknownFilters = UnknownOf(filters) };
        faults = [new LiquidSourceFault(OffsetOf(text, line - firstLine), message!.ReplaceLineEndings(" ").TrimEnd('.', ' '))];
        return null;
    }

    /// <summary>Parses a piece of a template that another one makes; null if it cannot be read.</summary>
    /// <param name="text">The piece.</param>
    /// <param name="place">Where the other one is.</param>
    public static IFluidTemplate? ParsePart(string text, LiquidPlace place) =>
        Parser.TryParse(place.File, place.Line, text, out _, out _);

    private static int OffsetOf(string text, int lines)
    {
        var offset = 0;
        for (; lines > 0 && text.IndexOf('\n', offset) is var end and >= 0; lines--)
            offset = end + 1;
        return offset;
    }

    /// <summary>What may be included, which filters there are, how values are written; for all renderings with these includes.</summary>
    /// <param name="includes">By path below their folder.</param>
    /// <param name="zone">The zone of dates that name no offset, and in which some filters write dates; null for UTC.</param>
    public static TemplateOptions OptionsWith(ImmutableDictionary<string, LiquidTemplate> includes, TimeZoneInfo? zone = null)
    {
        var options = new TemplateOptions
        {
            FileProvider = new IncludedFiles([.. includes.Keys]),
#pragma warning disable FLUID001 // See IncludedTemplates.
            TemplateCache = new IncludedTemplates(
                includes.ToImmutableDictionary(include => include.Key, include => include.Value.Parsed, StringComparer.Ordinal)),
#pragma warning restore FLUID001
            DefaultFileExtension = ".html",
            TimeZone = zone ?? TimeZoneInfo.Utc,
            MaxSteps = LiquidLimits.MaxSteps,
            MaxRecursion = LiquidLimits.MaxRecursion,
        };
        JekyllFilters.AddTo(options.Filters);
        return options;
    }

    /// <summary>Renders the template; null, and a fault, if it fails or does more than it may.</summary>
    /// <param name="options">Of <see cref="OptionsWith"/>.</param>
    /// <param name="variables">What it sees, by name.</param>
    /// <param name="now">What it is told that time it is.</param>
    /// <param name="contentLength">Characters that it may print besides those that any template may.</param>
    /// <param name="fault">Null if there is none.</param>
    public string? Render(
        TemplateOptions options,
        IEnumerable<KeyValuePair<string, object?>> variables,
        DateTimeOffset now,
        int contentLength,
        out LiquidFault? fault)
    {
        var budget = new LiquidBudget((long)LiquidLimits.MaxOutput + contentLength) { Place = _start };
        using var writer = new LiquidWriter(budget);
        fault = Render(options, variables, now, budget, writer, Encoder);
        return fault is null ? writer.ToString() : null;
    }

    /// <summary>Renders the template; a fault, if it fails or does more than it may.</summary>
    /// <param name="options">Of <see cref="OptionsWith"/>.</param>
    /// <param name="variables">What it sees, by name.</param>
    /// <param name="now">What it is told that time it is.</param>
    /// <param name="budget">What it may do.</param>
    /// <param name="writer">Takes what it prints.</param>
    /// <param name="encoder">Encodes what it prints that is no HTML.</param>
    public LiquidFault? Render(
        TemplateOptions options,
        IEnumerable<KeyValuePair<string, object?>> variables,
        DateTimeOffset now,
        LiquidBudget budget,
        LiquidWriter writer,
        TextEncoder encoder)
    {
        budget.Place = budget.Place.Line == 0 ? _start : budget.Place;
        var context = new TemplateContext(options) { Now = () => now };
        budget.Attach(context);
        foreach (var (name, value) in variables)
            context.SetValue(name, value);
        try
        {
            Parsed.RenderAsync(writer, encoder, context).AsTask().GetAwaiter().GetResult();
            return budget.Overrun;
        }
        catch (LiquidLimitException limit)
        {
            return new LiquidFault(budget.Place, limit.Message, IsRunaway: true);
        }
        // The library's own bound on steps and on includes in one another. Its message speaks of includes alone.
        catch (InvalidOperationException recursion) when (recursion.Message.Contains("recursion", StringComparison.Ordinal))
        {
            return new LiquidFault(budget.Place, LiquidLimits.TooManySteps, IsRunaway: true);
        }
        catch (FileNotFoundException missing)
        {
            return new LiquidFault(budget.Place, Missing(missing.Message), IsRunaway: false);
        }
        // Filters divide, parse and convert what a template gives them, and each fails in its own way.
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return new LiquidFault(budget.Place, error.Message.TrimEnd('.'), IsRunaway: false);
        }
    }

    /// <summary>A name without quotes is a variable, which is empty as a rule.</summary>
    private static string Missing(string name) => name is ""
        ? "it includes a file without a name. Write the name in quotes: {% include 'part.html' %}"
        : $"it includes '{name}', which {SourceName.IncludesFolder} does not have; copy it there if it comes from a theme";

    /// <summary>The filters of all templates. Made when the first template has been parsed: the parser comes first.</summary>
    private static class KnownFilters
    {
        public static readonly TemplateOptions Options = OptionsWith(ImmutableDictionary<string, LiquidTemplate>.Empty);
    }
}
