using System.Collections.Immutable;
using static Press.Part;
using static Press.PartForm;

namespace Press;

/// <summary>C and what looks like it.</summary>
internal static class CLanguages
{
    private static readonly ImmutableArray<CodePart> Comments = [Line("//"), Block("/*", "*/")];
    private static readonly CodePart Directive = Word("#", CodeToken.Keyword, PartPlace.FirstOnLine);
    private static readonly CodePart Header = Region("<", ">") with { Place = PartPlace.AfterDirective, OneLine = true };
    private static readonly CodePart Decorator = Word("@", CodeToken.Name) with { WordPart = "." };

    private static readonly CodeLanguage C = new("c", "h")
    {
        Keywords = """
            auto break case const continue default do else enum extern for goto if inline register restrict return sizeof static
            struct switch typedef union volatile while _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local
            alignas alignof constexpr nullptr static_assert thread_local typeof true false NULL
            """,
        Types = """
            void char short int long float double signed unsigned bool _Bool _Complex size_t ssize_t ptrdiff_t int8_t int16_t
            int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t wchar_t FILE
            """,
        TypesAfter = "struct union enum",
        DigitSeparator = '\'',
        Parts = [.. Comments, Directive, Header, .. Prefixed(" L u U u8", quote => Text(quote), "\"", "'")],
    };

    private static readonly CodeLanguage Cpp = C with
    {
        Name = "cpp",
        Aliases = "c++ cc cxx hpp hxx h++ hh ino arduino cuda cu",
        Keywords = C.Keywords + " " + """
             and and_eq asm bitand bitor catch class co_await co_return co_yield compl concept const_cast consteval constinit
             decltype delete dynamic_cast explicit export final friend import module mutable namespace new noexcept not not_eq
             operator or or_eq override private protected public reinterpret_cast requires static_cast template this throw try
             typeid typename using virtual xor xor_eq
            """,
        Types = C.Types + " char8_t char16_t char32_t string vector map",
        TypesAfter = "struct union enum class",
        Parts = [.. C.Parts, .. Prefixed("", prefix => Of(NamedQuote, prefix), "R\"", "LR\"", "uR\"", "u8R\"", "UR\"")],
    };

    public static ImmutableArray<CodeLanguage> All { get; } =
    [
        C,
        Cpp,
        C with
        {
            Name = "objective-c",
            Aliases = "objectivec objc obj-c mm objective-c++ objc++",
            Keywords = C.Keywords + " " + """
                self super in out inout id nil Nil YES NO SEL IMP instancetype nonatomic strong weak copy readonly assign
                """,
            Parts = [.. C.Parts, Text("@\""), Word("@", CodeToken.Keyword)],
        },
        new("csharp", "cs c# dotnet csx")
        {
            Keywords = """
                abstract add alias as async await base break case catch checked class const continue default delegate do else
                enum event explicit extern false field file finally fixed for foreach from get global goto group if implicit in
                init interface internal into is join let lock nameof namespace new not null on operator or and orderby out
                override params partial private protected public readonly record ref remove required return scoped sealed select
                set sizeof stackalloc static struct switch this throw true try typeof unchecked unmanaged unsafe using var
                virtual volatile when where while with yield
                """,
            Types = "bool byte char decimal double dynamic float int long nint nuint object sbyte short string uint ulong ushort void",
            TypesAfter = "class struct interface enum record",
            WordStart = "@",
            Parts =
            [
                .. Comments, Directive, Text("\""), Text("'"), Doubled("@\""), Of(QuoteRun, "\"\"\""), Of(QuoteRun, "$$\"\"\""),
                Of(QuoteRun, "$\"\"\"") with { Holes = [new("{", '}')] }, Text("$\"", new CodeHole("{", '}')),
                Doubled("$@\"", new CodeHole("{", '}')), Doubled("@$\"", new CodeHole("{", '}')),
            ],
        },
        new("java", "jsp")
        {
            Keywords = """
                abstract assert break case catch class const continue default do else enum extends final finally for goto if
                implements import instanceof interface native new non-sealed package permits private protected public record
                return sealed static strictfp super switch synchronized this throw throws transient try var volatile when while
                with yield true false null
                """,
            Types = "boolean byte char double float int long short void",
            TypesAfter = "class interface enum record",
            CapitalTypes = true,
            Parts = [.. Comments, Decorator, Long("\"\"\""), Text("\""), Text("'")],
        },
        new("kotlin", "kt kts")
        {
            Keywords = """
                abstract actual annotation as break by catch class companion const constructor continue crossinline data do
                dynamic else enum expect external final finally for fun get if import in infix init inline inner interface
                internal is lateinit noinline null object open operator out override package private protected public reified
                return sealed set super suspend tailrec this throw true false try typealias typeof val value var vararg when
                where while
                """,
            NamesAfter = "fun",
            TypesAfter = "class interface object",
            CapitalTypes = true,
            Parts =
            [
                Line("//"), Nested("/*", "*/"), Decorator, Raw("\"\"\"", new CodeHole("${", '}')), Text("\"", new CodeHole("${", '}')),
                Text("'"),
            ],
        },
        new("scala", "sc sbt")
        {
            Keywords = """
                abstract case catch class def do else end enum export extends extension false final finally for forSome given if
                implicit import inline lazy match new null object override package private protected return sealed super then
                this throw trait true try type using val var while with yield
                """,
            NamesAfter = "def val var",
            TypesAfter = "class trait object enum type",
            CapitalTypes = true,
            Parts =
            [
                Line("//"), Nested("/*", "*/"), Decorator, Raw("\"\"\""), Text("\""), Of(Character, "'"),
                .. Prefixed("s f", quote => Raw(quote, new CodeHole("${", '}')), "\"\"\""),
                .. Prefixed("s f", quote => Text(quote, new CodeHole("${", '}')), "\""),
            ],
        },
        new("groovy", "gradle jenkinsfile")
        {
            Keywords = """
                abstract as assert break case catch class const continue def default do else enum extends final finally for goto
                if implements import in instanceof interface native new package private protected public return static super
                switch synchronized this throw throws trait try var void while true false null
                """,
            Types = "boolean byte char double float int long short",
            NamesAfter = "def",
            TypesAfter = "class interface enum trait",
            CapitalTypes = true,
            Parts =
            [
                .. Comments, Decorator, Long("\"\"\"", new CodeHole("${", '}')), Long("'''"), Text("\"", new CodeHole("${", '}')),
                Text("'"),
            ],
        },
        new("php", "php3 php4 php5 php8 inc")
        {
            Keywords = """
                abstract and array as break callable case catch class clone const continue declare default do echo else elseif
                empty enddeclare endfor endforeach endif endswitch endwhile enum extends final finally fn for foreach function
                global goto if implements include include_once instanceof insteadof interface isset list match namespace new or
                print private protected public readonly require require_once return self parent static switch throw trait try
                unset use var while xor yield true false null
                """,
            Types = "bool float int iterable mixed never object string void",
            NamesAfter = "function fn",
            TypesAfter = "class interface trait enum",
            IgnoresCase = true,
            Parts =
            [
                Line("//") with { Close = "?>" }, Line("#") with { Close = "?>" }, Block("/*", "*/"), Region("#[", "]", CodeToken.Name),
                Word("$", CodeToken.Name), Long("\"", new CodeHole("{$", '}')), Long("'"), Of(Heredoc, "<<<") with { WordPart = " " },
                Of(Literal, "<?php", CodeToken.Keyword), Of(Literal, "?>", CodeToken.Keyword),
            ],
        },
    ];
}
