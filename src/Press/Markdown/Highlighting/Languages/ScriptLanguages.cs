using System.Collections.Immutable;
using static Press.Part;
using static Press.PartForm;

namespace Press;

/// <summary>Languages of scripts, and of the shells.</summary>
internal static class ScriptLanguages
{
    private const string Shell = """
        if then else elif fi for while until do done case esac in function select return exit break continue local export declare
        typeset readonly set unset source alias unalias eval exec trap shift time let
        """;

    private static readonly CodePart Hash = Line("#", PartPlace.AfterSpace);

    public static ImmutableArray<CodeLanguage> All { get; } =
    [
        new("python", "py py3 python3 pyi gyp bzl starlark sage pycon ipython")
        {
            Keywords = """
                and as assert async await break case class continue def del elif else except finally for from global if import in
                is lambda match nonlocal not or pass raise return try while with yield True False None
                """,
            Types = "bool bytearray bytes complex dict float frozenset int list memoryview object set str tuple type",
            Names = """
                abs aiter all anext any ascii bin breakpoint callable chr classmethod compile delattr dir divmod enumerate eval
                exec filter format getattr globals hasattr hash hex id input isinstance issubclass iter len locals map max min
                next oct open ord pow print property range repr reversed round setattr slice sorted staticmethod sum super vars
                zip self cls
                """,
            NamesAfter = "def",
            TypesAfter = "class",
            Parts =
            [
                Line("#"), Word("@", CodeToken.Name, PartPlace.FirstOnLine) with { WordPart = "." },
                .. Prefixed(" r b u rb br", quote => Long(quote), "\"\"\"", "'''"),
                .. Prefixed(" r b u rb br", quote => Text(quote), "\"", "'"),
                .. Prefixed("f fr rf t", quote => Long(quote, new CodeHole("{", '}')), "\"\"\"", "'''"),
                .. Prefixed("f fr rf t", quote => Text(quote, new CodeHole("{", '}')), "\"", "'"),
            ],
        },
        new("ruby", "rb rbx gemspec rake jruby podspec gemfile rakefile crystal cr")
        {
            Keywords = """
                BEGIN END alias and begin break case class def defined? do else elsif end ensure false for if in module next nil
                not or redo rescue retry return self super then true undef unless until when while yield __FILE__ __LINE__
                """,
            Names = """
                attr_accessor attr_reader attr_writer catch extend include lambda loop p prepend print private proc protected
                public puts raise require require_relative throw
                """,
            NamesAfter = "def",
            TypesAfter = "class module",
            WordPart = "?!",
            CapitalTypes = true,
            Parts =
            [
                Line("#"), Of(Lines, "=begin", CodeToken.Comment) with { Place = PartPlace.LineStart, Close = "=end" },
                Of(Lines, "__END__", CodeToken.Comment) with { Place = PartPlace.LineStart, Close = "\0" },
                Long("\"", new CodeHole("#{", '}')), Long("'"), Long("`", new CodeHole("#{", '}')), Text(":\"") with { Close = "\"" },
                Word(":", CodeToken.String), Word("@", CodeToken.Name), Word("@@", CodeToken.Name), Word("$", CodeToken.Name),
                .. Variables("` ' \" & / ! ~ @ ; , . < > : ? * $ _"),
                Of(Heredoc, "<<") with { Holes = [new("#{", '}')], Escape = '\\' },
                .. Delimited("%w %W %i %I %q %r %s %x", ""), .. Delimited("%Q %", "#{"),
                Of(Regex, "/") with { Place = PartPlace.BeforeValue },
            ],
        },
        new("perl", "pl pm perl5 raku")
        {
            Keywords = """
                BEGIN END and cmp continue defined delete die do each else elsif eq eval exists for foreach ge given goto gt if
                last le local lt my ne next no not or our package print printf redo require return say state sub undef unless
                until use wantarray warn when while x xor
                """,
            Names = """
                abs bless chomp chop chr close grep hex index join keys lc length map open ord pop push ref reverse scalar shift
                sort splice split sprintf substr uc unshift values
                """,
            NamesAfter = "sub package",
            Parts =
            [
                Line("#"), .. "pod head over begin item for encoding".Split(' ').Select(Pod),
                Of(Lines, "__END__", CodeToken.Comment) with { Place = PartPlace.LineStart, Close = "\0" },
                Long("\""), Long("'"), Long("`"), Word("$", CodeToken.Name) with { WordPart = ":" },
                Word("@", CodeToken.Name) with { WordPart = ":" },
                Word("%", CodeToken.Name, PartPlace.BeforeValue), Word("$#", CodeToken.Name), .. Variables("/ \\ ! @ & , ; . |"),
                Of(Heredoc, "<<") with { WordPart = "" },
                .. Delimited("q qq qw qx qr m", ""), .. Delimited("s tr y", "").Select(part => part with { Bodies = 2 }),
                Of(Regex, "/") with { Place = PartPlace.BeforeValue },
            ],
        },
        new("lua", "luau")
        {
            Keywords = """
                and break do else elseif end for function goto if in local not or repeat return then until while true false
                nil self
                """,
            Names = """
                assert collectgarbage dofile error getmetatable ipairs load loadfile next pairs pcall print rawequal rawget
                rawlen rawset require select setmetatable tonumber tostring type xpcall
                """,
            NamesAfter = "function",
            Parts = [Line("--"), Of(LongBracket, "--[", CodeToken.Comment), Of(LongBracket, "["), Text("\""), Text("'")],
        },
        new("r", "rscript splus")
        {
            Keywords = """
                break else for function if in next repeat return while TRUE FALSE NULL NA NaN Inf NA_integer_ NA_real_
                NA_character_ T F
                """,
            Names = "library require c list data.frame matrix print paste source",
            WordPart = ".",
            Parts =
            [
                Line("#"), Long("\""), Long("'"), Region("`", "`", CodeToken.Name) with { OneLine = true }, Of(NamedQuote, "r\""),
                Of(NamedQuote, "R\""),
                Region("%", "%", CodeToken.Keyword) with { OneLine = true },
            ],
        },
        new("julia", "jl")
        {
            Keywords = """
                abstract baremodule begin break catch const continue do else elseif end export false finally for function global
                if import in isa let local macro module mutable primitive quote return struct true try type using where while
                nothing missing
                """,
            NamesAfter = "function macro",
            TypesAfter = "struct type module",
            WordPart = "!",
            CapitalTypes = true,
            Parts =
            [
                Line("#"), Nested("#=", "=#"), Word("@", CodeToken.Name), Word(":", CodeToken.String, PartPlace.BeforeValue),
                Long("\"\"\"", new CodeHole("$(", ')')), Long("\"", new CodeHole("$(", ')')), Raw("r\"") with { Escape = '\\' },
                Raw("raw\""), Long("`"),
                Of(Character, "'") with { Place = PartPlace.BeforeValue },
            ],
        },
        new("matlab", "octave")
        {
            Keywords = """
                break case catch classdef continue else elseif end enumeration events for function global if methods otherwise
                parfor persistent properties return switch try while true false
                """,
            Parts =
            [
                Line("%"), Line("#"), Line("..."), Block("%{", "%}") with { Place = PartPlace.FirstOnLine },
                Text("\"") with { Escape = '\0', Doubles = true },
                Doubled("'") with { Place = PartPlace.BeforeValue, OneLine = true },
            ],
        },
        new("bash", "sh shell zsh ksh dash fish bats ash shell-script .bashrc .profile env")
        {
            Keywords = Shell,
            WordStart = "-",
            WordPart = "-./+%,",
            Parts =
            [
                Hash, Long("\"", new CodeHole("$(", ')')), Raw("'"), Long("$'"), Raw("$\"") with { Escape = '\\' },
                Region("${", "}", CodeToken.Name) with { Nests = true }, Word("$", CodeToken.Name) with { WordPart = "" },
                .. Variables("@ * # ? ! $ -"), Of(Literal, "\\\"", CodeToken.Plain), Of(Literal, "\\'", CodeToken.Plain),
                Of(Literal, "\\`", CodeToken.Plain), Of(Literal, "\\#", CodeToken.Plain), Of(Literal, "<<<", CodeToken.Plain),
                Of(Heredoc, "<<") with { WordPart = " ", Holes = [new("$(", ')')], Escape = '\\' },
            ],
        },
        new("console", "shell-session shellsession sh-session bash-session terminal ps1con doscon") { IsTerminal = true, Inner = "bash" },
        new("powershell", "posh pwsh ps1 psm1 psd1 ps")
        {
            Keywords = """
                begin break catch class configuration continue data define do dynamicparam else elseif end enum exit filter
                finally for foreach from function hidden if in inlinescript parallel param process return sequence static switch
                throw trap try until using var while workflow -eq -ne -gt -ge -lt -le -like -notlike -match -notmatch -contains
                -notcontains -in -notin -replace -split -join -and -or -not -xor -is -isnot -as -f -ceq -cne -ieq
                """,
            NamesAfter = "function filter",
            TypesAfter = "class enum",
            IgnoresCase = true,
            WordStart = "-",
            WordPart = "-",
            Parts =
            [
                Line("#"), Block("<#", "#>"), Of(Lines, "@\"") with { Close = "\"@", Holes = [new("$(", ')')] },
                Of(Lines, "@'") with { Close = "'@" },
                Long("\"", new CodeHole("$(", ')')) with { Escape = '`', Doubles = true }, Doubled("'"),
                Region("${", "}", CodeToken.Name), Word("$", CodeToken.Name) with { WordPart = ":" }, .. Variables("_ ? ^ $"),
                Region("[", "]", CodeToken.Type) with { OneLine = true, Place = PartPlace.BeforeValue },
            ],
        },
        new("batch", "bat cmd batchfile dosbatch winbatch")
        {
            Keywords = """
                call cd choice cls copy del do echo else endlocal errorlevel exist exit for goto if in md mkdir move not nul
                pause popd pushd rd ren rmdir set setlocal shift start title type equ neq lss leq gtr geq defined
                """,
            IgnoresCase = true,
            Parts =
            [
                Row("rem ", CodeToken.Comment, PartPlace.FirstOnLine), Row("@rem ", CodeToken.Comment, PartPlace.FirstOnLine),
                Row("::", CodeToken.Comment, PartPlace.FirstOnLine), Word(":", CodeToken.Type, PartPlace.FirstOnLine),
                Region("\"", "\"") with { OneLine = true }, Word("%%", CodeToken.Name) with { WordPart = "~" },
                Word("%", CodeToken.Name) with { WordPart = "~", Close = "%" },
            ],
        },
    ];

    private static CodePart Pod(string command) => Of(Lines, "=" + command, CodeToken.Comment) with
    {
        Place = PartPlace.LineStart,
        Close = "=cut"
    };

    private static IEnumerable<CodePart> Delimited(string opens, string hole) =>
        opens.Split(' ').Select(open => Of(AnyDelimiter, open) with
        {
            Escape = '\\',
            Place = open == "%" ? PartPlace.BeforeValue : PartPlace.Anywhere,
            Holes = hole is "" ? [] : [new(hole, '}')],
        });

    private static IEnumerable<CodePart> Variables(string signs) => signs.Split(' ').Select(sign => Of(Literal, "$" + sign,
    CodeToken.Name));
}
