using ColorCode;
using ColorCode.Common;

namespace Press;

/// <summary>Shell scripts, which the library does not know.</summary>
internal sealed class ShellLanguage : OwnLanguage
{
    public override string Id => "bash";

    protected override string[] Aliases => ["sh", "shell", "zsh", "console"];

    public override IList<LanguageRule> Rules { get; } =
    [
        Rule("""(?m)(?<=^|\s)\#.*?$""", ScopeName.Comment),
        Rule("""(?s)"(?:\\.|[^"\\])*"|'[^']*'""", ScopeName.String),
        Rule("""\$(?:\w+|\{[^}]*\}|[@*\#?$!-])""", ScopeName.PowerShellVariable),
        Rule("""\b(?:if|then|else|elif|fi|for|while|until|do|done|case|esac|in|function|return|exit|local|export|set|source)\b""", ScopeName.Keyword),
    ];
}

/// <summary>YAML, as in front matter.</summary>
internal sealed class YamlLanguage : OwnLanguage
{
    public override string Id => "yaml";

    protected override string[] Aliases => ["yml"];

    public override IList<LanguageRule> Rules { get; } =
    [
        Rule("""(?m)(?<=^|\s)\#.*?$""", ScopeName.Comment),
        Rule("""(?m)(?<=^[ \t-]*)[\w./-]+(?=\s*:(?:\s|$))""", ScopeName.JsonKey),
        Rule(""" "(?:\\.|[^"\\\n])*"|'[^'\n]*'""".Trim(), ScopeName.String),
        Rule("""\b(?:true|false|null|yes|no)\b""", ScopeName.Keyword),
        Rule("""(?<=[\s\[,])-?\d+(?:\.\d+)?(?=[\s,\]]|$)""", ScopeName.Number),
    ];
}

/// <summary>JSON.</summary>
internal sealed class JsonLanguage : OwnLanguage
{
    public override string Id => "json";

    protected override string[] Aliases => ["jsonc"];

    public override IList<LanguageRule> Rules { get; } =
    [
        Rule(""" "(?:\\.|[^"\\\n])*"(?=\s*:)""".Trim(), ScopeName.JsonKey),
        Rule(""" "(?:\\.|[^"\\\n])*" """.Trim(), ScopeName.JsonString),
        Rule("""\b(?:true|false|null)\b""", ScopeName.JsonConst),
        Rule("""-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b""", ScopeName.JsonNumber),
    ];
}

/// <summary>A language that is added to the library's.</summary>
internal abstract class OwnLanguage : ILanguage
{
    public abstract string Id { get; }

    public abstract IList<LanguageRule> Rules { get; }

    public string Name => Id;

    public string CssClassName => Id;

    public string? FirstLinePattern => null;

    protected abstract string[] Aliases { get; }

    public bool HasAlias(string lang) => Aliases.Contains(lang, StringComparer.Ordinal);

    protected static LanguageRule Rule(string pattern, string scope) => new(pattern, new Dictionary<int, string> { [0] = scope });
}
