using System.Collections.Immutable;
using static Press.Part;
using static Press.PartForm;

namespace Press;

/// <summary>Younger languages with C's braces.</summary>
internal static class BraceLanguages
{
    private static readonly ImmutableArray<CodePart> Comments = [Line("//"), Block("/*", "*/")];

    public static ImmutableArray<CodeLanguage> All { get; } =
    [
        new("swift")
        {
            Keywords = """
                Any Protocol Self Type actor as associatedtype associativity async await break case catch class continue
                convenience default defer deinit didSet do dynamic else enum extension fallthrough false fileprivate final for
                func get guard if import in indirect infix init inout internal is isolated lazy let macro mutating nil
                nonisolated nonmutating open operator optional override postfix precedencegroup prefix private protocol public
                repeat required rethrows return self set some static struct subscript super switch throw throws true try
                typealias unowned var weak where while willSet
                """,
            NamesAfter = "func",
            TypesAfter = "class struct enum protocol extension actor typealias",
            CapitalTypes = true,
            Parts =
            [
                Line("//"), Nested("/*", "*/"), Word("@", CodeToken.Name), Word("#", CodeToken.Keyword), Of(HashQuote, "#"),
                Long("\"\"\"", new CodeHole("\\(", ')')), Text("\"", new CodeHole("\\(", ')')),
            ],
        },
        new("go", "golang")
        {
            Keywords = """
                break case chan const continue default defer else fallthrough for func go goto if import interface map package
                range return select struct switch type var true false nil iota
                """,
            Types = """
                any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune string uint
                uint8 uint16 uint32 uint64 uintptr
                """,
            Names = "append cap clear close complex copy delete imag len make max min new panic print println real recover",
            NamesAfter = "func",
            TypesAfter = "type",
            Parts = [.. Comments, Text("\""), Raw("`"), Text("'")],
        },
        new("rust", "rs")
        {
            Keywords = """
                as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move
                mut pub ref return self Self static struct super trait true type union unsafe use where while yield
                """,
            Types = "bool char f32 f64 i8 i16 i32 i64 i128 isize str u8 u16 u32 u64 u128 usize",
            NamesAfter = "fn mod",
            TypesAfter = "struct enum trait type union",
            CapitalTypes = true,
            Parts =
            [
                Line("//"), Nested("/*", "*/"), Region("#[", "]", CodeToken.Name) with { Nests = false },
                Region("#![", "]", CodeToken.Name),
                Long("\""), Long("b\""), Long("c\""), Of(HashQuote, "r"), Of(HashQuote, "br"), Of(HashQuote, "cr"), Of(Character, "'"),
                Of(Character, "b'"),
            ],
        },
        new("zig")
        {
            Keywords = """
                addrspace align allowzero and anyframe anytype asm async await break callconv catch comptime const continue defer
                else enum errdefer error export extern fn for if inline linksection noalias noinline nosuspend opaque or orelse
                packed pub resume return struct suspend switch test threadlocal try union unreachable usingnamespace var volatile
                while true false null undefined
                """,
            Types = """
                anyerror anyopaque bool comptime_float comptime_int f16 f32 f64 f80 f128 i8 i16 i32 i64 i128 isize noreturn type
                u8 u16 u32 u64 u128 usize void c_int c_uint c_long c_char
                """,
            NamesAfter = "fn const var",
            Parts = [Line("//"), Row("\\\\", CodeToken.String, PartPlace.Anywhere), Word("@", CodeToken.Name), Text("\""), Text("'")],
        },
        new("dart", "flutter")
        {
            Keywords = """
                abstract as assert async await base break case catch class const continue covariant default deferred do dynamic
                else enum export extends extension external factory false final finally for get hide if implements import in
                interface is late library mixin new null on operator part required rethrow return sealed set show static super
                switch sync this throw true try typedef var void when while with yield
                """,
            Types = "bool double int num",
            TypesAfter = "class mixin enum extension",
            CapitalTypes = true,
            Parts =
            [
                Line("//"), Nested("/*", "*/"), Word("@", CodeToken.Name), Long("\"\"\"", new CodeHole("${", '}')),
                Long("'''", new CodeHole("${", '}')),
                Text("\"", new CodeHole("${", '}')), Text("'", new CodeHole("${", '}')),
                .. Prefixed("r", quote => Raw(quote), "\"", "'", "\"\"\"", "'''"),
            ],
        },
        new("d", "dlang")
        {
            Keywords = """
                abstract alias align asm assert auto body break case cast catch class const continue debug default delegate
                delete deprecated do else enum export extern final finally for foreach foreach_reverse function goto if immutable
                import in inout interface invariant is lazy mixin module new nothrow out override package pragma private
                protected public pure ref return scope shared static struct super switch synchronized template this throw try
                typeid typeof union unittest version while with true false null
                """,
            Types = "bool byte char dchar double float int long real short string ubyte uint ulong ushort void wchar size_t",
            Parts = [.. Comments, Nested("/+", "+/"), Word("@", CodeToken.Name), Long("\""), Raw("`"), Raw("r\""), Text("'")],
        },
        new("solidity", "sol")
        {
            Keywords = """
                abstract anonymous as assembly break calldata catch constant constructor continue contract delete do else emit
                enum error event external fallback false final for function if immutable import indexed interface internal is
                library mapping memory modifier new override payable pragma private public pure receive return returns revert
                storage struct this throw true try type unchecked using view virtual while
                """,
            Types = "address bool bytes bytes32 int int256 string uint uint8 uint256",
            NamesAfter = "function event modifier",
            TypesAfter = "contract struct interface library enum",
            Parts = [.. Comments, Text("\""), Text("'")],
        },
        new("protobuf", "proto protocol-buffer")
        {
            Keywords = """
                syntax edition package import option message enum service rpc returns stream oneof extend extensions reserved to
                max repeated optional required map public weak true false
                """,
            Types = "bool bytes double fixed32 fixed64 float int32 int64 sfixed32 sfixed64 sint32 sint64 string uint32 uint64",
            TypesAfter = "message enum service",
            NamesAfter = "rpc oneof",
            Parts = [.. Comments, Text("\""), Text("'")],
        },
    ];
}
