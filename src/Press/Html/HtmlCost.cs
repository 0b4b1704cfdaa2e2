using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Press;

/// <summary>Follows the parser through an author's HTML, and ends it where HTML's own rules would make much of little.</summary>
internal sealed class HtmlCost
{
    // HTML, section 13.2.4.3: these begin again behind the end of what they stand in.
    private static readonly HashSet<string> Formatting =
        new(["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"], StringComparer.Ordinal);

    // So many are open in text that people write; of elements that are alike HTML's rules keep no more than three.
    private const int UsuallyOpen = 8;
    private const int MostAlike = 3;

    // These end by themselves where the next one begins, or never begin.
    private static readonly HashSet<string> NotOpen = new(
        [
            "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option", "p", "param",
            "rp", "rt", "source", "td", "th", "tr", "track", "wbr",
        ],
        StringComparer.Ordinal);

    private readonly Stack<string> _elements = new();
    private readonly Dictionary<string, int> _elementsByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stack<string>> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _alike = new(StringComparer.Ordinal);
    private int _opened;
    private long _tokens;
    private long _repeated;
    private long _formatting;
    private long _steps;

    private HtmlCost()
    {
    }

    /// <summary>A parser for one author's HTML. It throws <see cref="TooCostlyException"/>.</summary>
    public static HtmlParser NewParser(HtmlParserOptions options, IBrowsingContext context)
    {
        options.OnToken = new HtmlCost().Follow;
        options.MaximumDepth = Limits.OpenElements;
        return new HtmlParser(options, context);
    }

    /// <summary>Ends what would look through siblings too often, to take elements out.</summary>
    /// <param name="root">Of the elements.</param>
    /// <param name="isTakenOut">Whether a node will be taken out.</param>
    public static void CheckSiblings(INode root, Func<INode, bool> isTakenOut)
    {
        long steps = 0;
        var parents = new Stack<INode>([root]);
        while (parents.TryPop(out var parent))
        {
            var takenOut = 0L;
            foreach (var child in parent.ChildNodes)
            {
                if (isTakenOut(child))
                    takenOut++;
                if (child.HasChildNodes)
                    parents.Push(child);
            }

            steps += takenOut * parent.ChildNodes.Length;
        }

        if (steps > Limits.SiblingSteps)
            throw new TooCostlyException(
                "too many elements beside each other would have to be taken out of the HTML. "
                    + "Write Markdown, or only elements that are published.");
    }

    private void Follow(HtmlToken token, TextRange range)
    {
        _tokens++;
        if (token is HtmlTagToken tag)
        {
            if (tag.Attributes.Count > Limits.Attributes)
                throw new TooCostlyException($"<{tag.Name}> has more than {Limits.Attributes} attributes. Write fewer.");
            if (Formatting.Contains(tag.Name))
                FollowFormatting(tag);
            else if (!NotOpen.Contains(tag.Name))
                FollowElement(tag);
        }

        _steps += Math.Max(0, _elements.Count + _formatting - UsuallyOpen);
        if (_steps > Limits.OpenSteps + (UsuallyOpen * _tokens))
            throw new TooCostlyException("very many elements are open at once in the HTML. Close them.");

        _repeated += Math.Max(0, _opened - UsuallyOpen);
        if (_repeated > Limits.RepeatedElements + (4 * _tokens))
            throw new TooCostlyException(
                "elements such as <b> are opened in the HTML and not closed, "
                    + $"and each begins again in every paragraph: more than {Limits.RepeatedElements:N0} times. Close them.");
    }

    private void FollowElement(HtmlTagToken tag)
    {
        if (tag.Type == HtmlTokenType.StartTag)
        {
            _elements.Push(tag.Name);
            _elementsByName[tag.Name] = _elementsByName.GetValueOrDefault(tag.Name) + 1;
        }
        else if (tag.Type == HtmlTokenType.EndTag && _elementsByName.GetValueOrDefault(tag.Name) > 0)
        {
            string ended;
            do
            {
                ended = _elements.Pop();
                _elementsByName[ended]--;
            }
            while (ended != tag.Name);
        }
    }

    private void FollowFormatting(HtmlTagToken tag)
    {
        if (!_open.TryGetValue(tag.Name, out var open))
            _open[tag.Name] = open = new();
        if (tag.Type == HtmlTokenType.StartTag)
        {
            var written = $"{tag.Name} {string.Join(' ', tag.Attributes.Select(attribute => $"{attribute.Name}={attribute.Value}"))}";
            open.Push(written);
            _formatting++;
            if ((_alike[written] = _alike.GetValueOrDefault(written) + 1) <= MostAlike)
                _opened++;
        }
        else if (tag.Type == HtmlTokenType.EndTag && open.TryPop(out var written))
        {
            _formatting--;
            if (--_alike[written] < MostAlike)
                _opened--;
        }
    }
}
