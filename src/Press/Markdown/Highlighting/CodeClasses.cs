using System.Net;
using System.Text;
using ColorCode;
using ColorCode.Common;
using ColorCode.Parsing;

namespace Press;

/// <summary>Puts the words of code into classes. One instance serves one block.</summary>
internal sealed class CodeClasses() : CodeColorizerBase(Styles: null, languageParser: null)
{
    private static readonly Dictionary<string, string> Classes = new(StringComparer.Ordinal)
    {
        [ScopeName.Comment] = "comment",
        [ScopeName.HtmlComment] = "comment",
        [ScopeName.XmlComment] = "comment",
        [ScopeName.XmlDocComment] = "comment",
        [ScopeName.XmlDocTag] = "comment",
        [ScopeName.Keyword] = "keyword",
        [ScopeName.ControlKeyword] = "keyword",
        [ScopeName.PseudoKeyword] = "keyword",
        [ScopeName.PreprocessorKeyword] = "keyword",
        [ScopeName.BuiltinValue] = "keyword",
        [ScopeName.JsonConst] = "keyword",
        [ScopeName.String] = "string",
        [ScopeName.StringCSharpVerbatim] = "string",
        [ScopeName.StringEscape] = "string",
        [ScopeName.JsonString] = "string",
        [ScopeName.HtmlAttributeValue] = "string",
        [ScopeName.XmlAttributeValue] = "string",
        [ScopeName.CssPropertyValue] = "string",
        [ScopeName.Number] = "number",
        [ScopeName.JsonNumber] = "number",
        [ScopeName.ClassName] = "type",
        [ScopeName.Type] = "type",
        [ScopeName.TypeVariable] = "type",
        [ScopeName.PowerShellType] = "type",
        [ScopeName.BuiltinFunction] = "name",
        [ScopeName.SqlSystemFunction] = "name",
        [ScopeName.PowerShellVariable] = "name",
        [ScopeName.PowerShellCommand] = "name",
        [ScopeName.Attribute] = "name",
        [ScopeName.JsonKey] = "name",
        [ScopeName.CssSelector] = "name",
        [ScopeName.CssPropertyName] = "name",
        [ScopeName.HtmlElementName] = "name",
        [ScopeName.HtmlAttributeName] = "name",
        [ScopeName.XmlName] = "name",
        [ScopeName.XmlAttribute] = "name",
    };

    private readonly StringBuilder _html = new();

    public string ToHtml(string code, ILanguage language)
    {
        languageParser.Parse(code, language, Write);
        return _html.ToString();
    }

    protected override void Write(string parsedSourceCode, IList<Scope> scopes) => Write(parsedSourceCode, 0, parsedSourceCode.Length, scopes);

    private void Write(string code, int start, int end, IList<Scope> scopes)
    {
        foreach (var scope in scopes.OrderBy(scope => scope.Index))
        {
            // Scopes of one level may touch, but a pattern can claim what another one has already.
            if (scope.Index < start)
                continue;

            Append(code[start..scope.Index]);
            var inner = Classes.GetValueOrDefault(scope.Name);
            if (inner is not null)
                _html.Append("<span class=\"hl-").Append(inner).Append("\">");
            start = Math.Min(scope.Index + scope.Length, end);
            Write(code, scope.Index, start, scope.Children);
            if (inner is not null)
                _html.Append("</span>");
        }

        Append(code[start..end]);
    }

    private void Append(string text) => _html.Append(WebUtility.HtmlEncode(text));
}
