namespace Press;

internal sealed partial class CodeScanner
{
    private static readonly CodePart AttributeValue = new("\"", CodeToken.String) { Form = PartForm.Region, Close = "\"" };
    private static readonly CodePart OtherAttributeValue = new("'", CodeToken.String) { Form = PartForm.Region, Close = "'" };

    /// <summary>Text between elements, to the next of them, or to what else has a meaning there.</summary>
    private void ScanText()
    {
        var letter = CharAt(_at);
        if (letter == '\n')
        {
            TakeBreak();
            return;
        }

        var isJsx = Top.Kind == FrameKind.Children;
        if (letter == '<' && TryTag())
            return;
        if (isJsx && letter == '{' && HasRoom)
        {
            Take(CodeToken.Plain, _at + 1);
            Enter(Top.Language, Top.End, "{", "}");
            return;
        }

        if (isJsx || !TryPart())
            Take(CodeToken.Plain, _at + 1);
    }

    /// <summary>An element where code expects a value.</summary>
    private bool TryElement(char letter) => letter == '<' && Top.Language.Language.Markup == MarkupForm.Jsx && !_afterValue && TryTag();

    private bool TryTag()
    {
        var isJsx = Top.Language.Language.Markup == MarkupForm.Jsx;
        var isClosing = CharAt(_at + 1) == '/';
        var start = _at + (isClosing ? 2 : 1);
        var first = CharAt(start);
        if (!HasRoom || !(char.IsLetter(first) || first == '_' || (isJsx && first == '>')))
            return false;
        var end = TagNameEnd(start);
        // <T,>(x) and <T extends U>(x) are functions of types.
        if (isJsx && !isClosing && (CharAt(end) is not (' ' or '\n' or '>' or '/' or '\t') || IsAt(end, " extends ")))
            return false;

        var name = isClosing ? "" : _code[start..Math.Min(end, start + MaxName)];
        Take(CodeToken.Keyword, end);
        Push(new CodeFrame { Kind = FrameKind.Tag, Language = Top.Language, End = Top.End, Tag = name, Bodies = isClosing ? 1 : 0 });
        return true;
    }

    private int TagNameEnd(int from)
    {
        while (char.IsLetterOrDigit(CharAt(from)) || CharAt(from) is '-' or '.' or ':' or '_')
            from++;
        return Math.Min(from, Top.End);
    }

    /// <summary>The inside of a tag: attributes and their values.</summary>
    private void ScanTag()
    {
        var letter = CharAt(_at);
        var isJsx = Top.Language.Language.Markup == MarkupForm.Jsx;
        if (letter == '\n')
            TakeBreak();
        else if (letter is '"' or '\'')
            Opened(letter == '"' ? AttributeValue : OtherAttributeValue, 1, "", letter.ToString());
        else if (letter == '{' && isJsx && HasRoom)
            EnterBraces();
        else if (letter == '/' && CharAt(_at + 1) == '>')
            LeaveTag(2, isWhole: true);
        else if (letter == '>')
            LeaveTag(1, isWhole: false);
        else if (letter == '<')
            _depth--;
        else if (IsAttribute(letter))
            Take(Before == '=' ? CodeToken.String : CodeToken.Name, AttributeEnd());
        else
            Take(CodeToken.Plain, _at + 1);
    }

    private void EnterBraces()
    {
        Take(CodeToken.Plain, _at + 1);
        Enter(Top.Language, Top.End, "{", "}");
    }

    private static bool IsAttribute(char letter) =>
        !char.IsWhiteSpace(letter) && letter is not ('=' or '<' or '>' or '/' or '"' or '\'' or '{' or '}' or '\0');

    private int AttributeEnd()
    {
        var end = _at + 1;
        while (IsAttribute(CharAt(end)))
            end++;
        return Math.Min(end, Top.End);
    }

    private void LeaveTag(int length, bool isWhole)
    {
        var (name, isClosing, language) = (Top.Tag, Top.Bodies == 1, Top.Language);
        Take(CodeToken.Keyword, _at + length);
        _depth--;
        _afterValue = true;
        if (language.Language.Markup == MarkupForm.Jsx)
            LeaveJsxTag(isClosing, isWhole);
        else if (!isClosing && !isWhole && language.Language.Markup == MarkupForm.Html && CodeOf(name) is { } inner)
            Enter(inner, Find($"</{name}"));
    }

    private void LeaveJsxTag(bool isClosing, bool isWhole)
    {
        if (isClosing && Top.Kind == FrameKind.Children)
            _depth--;
        else if (!isClosing && !isWhole && HasRoom)
            Push(new CodeFrame { Kind = FrameKind.Children, Language = Top.Language, End = Top.End });
    }

    private static LanguageTables? CodeOf(string element) => element.ToLowerInvariant() switch
    {
        "script" => CodeLanguages.Find("javascript"),
        "style" => CodeLanguages.Find("scss"),
        _ => null,
    };
}
