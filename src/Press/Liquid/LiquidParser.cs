using System.Globalization;
using Fluid;
using Fluid.Ast;
using Parlot;
using Parlot.Fluent;

namespace Press;

/// <summary>
/// Parses templates, remembers lines, and goes no deeper than <see cref="LiquidLimits.MaxDepth"/>: the library would end the process.
/// </summary>
internal sealed class LiquidParser : FluidParser
{
    /// <summary>What a template is told that is nested too deep.</summary>
    public static readonly string TooDeep = $"tags, brackets, filters or operators are nested deeper than {LiquidLimits.MaxDepth}";

    // A parser serves all threads; each is in one template at a time.
    [ThreadStatic]
    private static int _depth;

    public LiquidParser()
    {
        AddJekyllTags();
        foreach (var (name, tag) in RegisteredTags.ToArray())
        {
            RegisteredTags[name] = new Placed<Statement>(
                tag,
                static (statement, line) => new PlacedStatement(statement, new LiquidPlace("", line)));
        }

        FilterExpression.Parser = new Placed<Expression>(
            FilterExpression.Parser!,
            static (expression, line) => new PlacedExpression(expression, new LiquidPlace("", line)));
        Primary.Parser = new Deeper<Expression>(Primary.Parser!);
        AnyTagsList.Parser = new Deeper<IReadOnlyList<Statement>>(AnyTagsList.Parser!);
    }

    /// <summary>Whether it takes a piece of a template, by itself.</summary>
    public bool Accepts(string text)
    {
        _depth = 0;
        try
        {
            return this.TryParse(text, out _);
        }
        catch (Exception error) when (error is Fluid.ParseException or Parlot.ParseException)
        {
            return false;
        }
    }

    private void AddJekyllTags()
    {
        var quoted = RegisteredTags[JekyllTags.Include];
        var include = Tag(markup => new JekyllInclude(markup));
        // With quotes it is that of Liquid itself.
        RegisteredTags[JekyllTags.Include] = new QuotedFirst(quoted, include);
        RegisteredTags[JekyllTags.IncludeCached] = include;
        RegisteredTags[JekyllTags.IncludeRelative] = Tag(markup => new JekyllIncludeRelative(markup));
        RegisteredTags[JekyllTags.Link] = Tag(markup => new JekyllLink(markup, isPost: false));
        RegisteredTags[JekyllTags.PostUrl] = Tag(markup => new JekyllLink(markup, isPost: true));
        RegisteredTags[JekyllTags.Gist] = Tag(markup => new JekyllGist(markup));
        RegisteredTags[JekyllTags.Seo] = Tag(_ => new JekyllTheme("press/meta.html", "press/json-ld.html"));
        RegisteredTags[JekyllTags.FeedMeta] = Tag(_ => new JekyllTheme("press/feeds.html"));
        foreach (var name in new[] { JekyllTags.LanguageHeaders, JekyllTags.OldLanguageHeaders })
            RegisteredTags[name] = Tag(_ => new JekyllTheme("press/languages.html"));
        foreach (var name in new[] { JekyllTags.StaticHref, JekyllTags.OldStaticHref })
            RegisteredTags[name] = new TagMarkup().AndSkip(TagEnd).And(AnyTagsList)
                .AndSkip(CreateTag($"end{name}").ElseError($"'{{% end{name} %}}' was expected"))
                .Then<Statement>(static block => new PolyglotStaticHref(block.Item2));
        RegisteredTags[JekyllTags.Highlight] = new TagMarkup().AndSkip(TagEnd).And(AnyTagsList)
            .AndSkip(CreateTag("endhighlight").ElseError("'{% endhighlight %}' was expected"))
            .Then<Statement>(static block => new JekyllHighlight(block.Item1, block.Item2));

        Parser<Statement> Tag(Func<string, Statement> create) => new TagMarkup().AndSkip(TagEnd).Then(create);
    }

    /// <summary>A template, bounded; null, its line and what is wrong with it, if it is not valid Liquid or nested too deep.</summary>
    /// <param name="file">Its file's name.</param>
    /// <param name="firstLine">The line of the file on which it begins.</param>
    /// <param name="text">The template.</param>
    /// <param name="line">The line of the fault.</param>
    /// <param name="fault">What is wrong; null if nothing is.</param>
    /// <param name="filters">Takes the filters that stand in it; null for nobody.</param>
    public IFluidTemplate? TryParse(
        string file, int firstLine, string text, out int line, out string? fault, ISet<LiquidFilterUse>? filters = null)
    {
        _depth = 0;
        line = firstLine;
        var bounds = new LiquidBounds(file, firstLine);
        try
        {
            var template = this.Parse(text);
            fault = template is null ? "it cannot be read as Liquid" : null;
            var bounded = template is null ? null : bounds.Apply(template);
            filters?.UnionWith(bounds.Filters);
            return bounded;
        }
        catch (LiquidLimitException limit)
        {
            (line, fault) = (bounds.Line, limit.Message);
        }
        catch (Exception error) when (error is Fluid.ParseException or Parlot.ParseException)
        {
            (line, fault) = (firstLine + LineOf(error.Message) - 1, error.Message);
        }

        return null;
    }

    // "... at (3:7)", line and column from 1.
    private static int LineOf(string message)
    {
        var start = message.LastIndexOf("at (", StringComparison.Ordinal);
        var end = start < 0 ? -1 : message.IndexOf(':', start);
        var number = end < 0 ? "" : message[(start + 4)..end];
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 1;
    }

    private sealed class QuotedFirst(Parser<Statement> quoted, Parser<Statement> other) : Parser<Statement>
    {
        public override bool Parse(ParseContext context, ref ParseResult<Statement> result)
        {
            var rest = context.Scanner.Buffer.AsSpan(context.Scanner.Cursor.Offset).TrimStart();
            return (rest is ['"' or '\'', ..] ? quoted : other).Parse(context, ref result);
        }
    }

    private sealed class Placed<T>(Parser<T> inner, Func<T, int, T> place) : Parser<T>
    {
        public override bool Parse(ParseContext context, ref ParseResult<T> result)
        {
            var line = context.Scanner.Cursor.Position.Line;
            if (!inner.Parse(context, ref result))
                return false;
            result.Set(result.Start, result.End, place(result.Value, line));
            return true;
        }
    }

    private sealed class Deeper<T>(Parser<T> inner) : Parser<T>
    {
        public override bool Parse(ParseContext context, ref ParseResult<T> result)
        {
            if (_depth >= LiquidLimits.MaxDepth)
                throw new Parlot.ParseException(TooDeep, context.Scanner.Cursor.Position);
            _depth++;
            try
            {
                return inner.Parse(context, ref result);
            }
            finally
            {
                _depth--;
            }
        }
    }
}
