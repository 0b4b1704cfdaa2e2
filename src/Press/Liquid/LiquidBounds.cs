using Fluid;
using Fluid.Ast;

namespace Press;

/// <summary>Puts bounds into a template: what could run away is replaced by what is charged for.</summary>
/// <param name="file">The template's file.</param>
/// <param name="firstLine">The line of the file on which the template begins.</param>
internal sealed class LiquidBounds(string file, int firstLine) : AstRewriter
{
    private int _depth;
    private int _line = 1;
    private LineBreaks? _breaks;

    /// <summary>The template with its bounds.</summary>
    /// <exception cref="LiquidLimitException">It is nested too deep to be rendered.</exception>
    public IFluidTemplate Apply(IFluidTemplate template) => VisitTemplate(template);

    /// <summary>The filters that stand in the template, and the line of each.</summary>
    public HashSet<LiquidFilterUse> Filters { get; } = [];

    /// <summary>The line on which it is being looked at.</summary>
    public int Line => firstLine + _line - 1;

    public override Statement Visit(Statement statement) => Deeper(() => statement switch
    {
        PlacedStatement placed => Place(placed.Place.Line) is var place ? new PlacedStatement(Visit(placed.Inner), place) : placed,
        ForStatement { Limit: not null } or ForStatement { Offset: not null } when SliceOf((ForStatement)statement) is { } loop =>
            base.Visit(loop),
        OutputStatement output => new PlacedOutput(Visit(output.Expression)),
        TextSpanStatement text => new PlacedText(text, PlaceOf(text)),
        JekyllHighlight highlight => new JekyllHighlight(highlight.Markup, [.. highlight.Statements.Select(Visit)]),
        PolyglotStaticHref link => new PolyglotStaticHref([.. link.Statements.Select(Visit)]),
        CaptureStatement capture => new BoundedCapture(capture.Identifier, [.. capture.Statements.Select(Visit)]),
        _ => base.Visit(statement),
    });

    public override Expression Visit(Expression expression) => Deeper(() => expression switch
    {
        PlacedExpression placed => Place(placed.Place.Line) is var place ? new PlacedExpression(Visit(placed.Inner), place) : placed,
        FilterExpression filter when Filters.Add(new LiquidFilterUse(filter.Name, Line)) is var _ => new BoundedFilter(
            Visit(filter.Input),
            filter.Name,
            [.. filter.Parameters.Select(parameter => new FilterArgument(parameter.Name, Visit(parameter.Expression)))]),
        SlicedList slice => new SlicedList(
            Visit(slice.Source),
            slice.Limit is null ? null : Visit(slice.Limit),
            slice.Offset is null ? null : Visit(slice.Offset)),
        RangeExpression range => new BoundedRange(Visit(range.From), Visit(range.To)),
        Fluid.Ast.BinaryExpressions.ContainsBinaryExpression contains => new BoundedContains(Visit(contains.Left), Visit(contains.Right)),
        MemberExpression => new BoundedVariable(base.Visit(expression)),
        _ => base.Visit(expression),
    });

    /// <summary>A loop over a part of a list counts from its own first turn; the library's would count from the first of all.</summary>
    private static ForStatement? SliceOf(ForStatement loop) =>
        loop.Offset is MemberExpression { Segments: [IdentifierSegment { Identifier: "continue" }] }
            ? null
            : new ForStatement(
                [.. loop.Statements],
                loop.Identifier,
                new SlicedList(loop.Source, loop.Limit, loop.Offset),
                limit: null,
                offset: null,
                loop.Reversed,
                loop.Else);

    private LiquidPlace PlaceOf(TextSpanStatement text)
    {
        var span = text.Text;
        if (span.Buffer is not { } buffer)
            return new LiquidPlace(file, Line: 0);
        // Texts do not come in their order: what follows 'else' is visited before what stands under 'if'.
        _breaks ??= new LineBreaks(buffer);
        var lines = _breaks.CountBefore(span.Offset);
        var leading = text.StripLeft ? span.Span[..(span.Length - span.Span.TrimStart().Length)].Count('\n') : 0;
        return new LiquidPlace(file, firstLine + lines + leading);
    }

    private LiquidPlace Place(int line)
    {
        _line = line;
        return new LiquidPlace(file, Line);
    }

    private T Deeper<T>(Func<T> visit)
    {
        if (++_depth > LiquidLimits.MaxDepth * 2)
            throw new LiquidLimitException(LiquidParser.TooDeep);
        var visited = visit();
        _depth--;
        return visited;
    }
}
