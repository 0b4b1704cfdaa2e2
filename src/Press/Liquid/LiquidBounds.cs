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

    /// <summary>The template with its bounds.</summary>
    /// <exception cref="LiquidLimitException">It is nested too deep to be rendered.</exception>
    public IFluidTemplate Apply(IFluidTemplate template) => VisitTemplate(template);

    /// <summary>The line on which it is being looked at.</summary>
    public int Line => firstLine + _line - 1;

    public override Statement Visit(Statement statement) => Deeper(() => statement switch
    {
        PlacedStatement placed => Place(placed.Place.Line) is var place ? new PlacedStatement(Visit(placed.Inner), place) : placed,
        CaptureStatement capture => new BoundedCapture(capture.Identifier, [.. capture.Statements.Select(Visit)]),
        _ => base.Visit(statement),
    });

    public override Expression Visit(Expression expression) => Deeper(() => expression switch
    {
        PlacedExpression placed => Place(placed.Place.Line) is var place ? new PlacedExpression(Visit(placed.Inner), place) : placed,
        FilterExpression filter => new BoundedFilter(
            Visit(filter.Input),
            filter.Name,
            [.. filter.Parameters.Select(parameter => new FilterArgument(parameter.Name, Visit(parameter.Expression)))]),
        RangeExpression range => new BoundedRange(Visit(range.From), Visit(range.To)),
        Fluid.Ast.BinaryExpressions.ContainsBinaryExpression contains => new BoundedContains(Visit(contains.Left), Visit(contains.Right)),
        MemberExpression => new BoundedVariable(base.Visit(expression)),
        _ => base.Visit(expression),
    });

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
