using System.Collections.Immutable;
using static Press.Part;
using static Press.PartForm;

namespace Press;

/// <summary>Functional languages, Lisps, and others that are no children of C.</summary>
internal static class FunctionalLanguages
{
    private const string LispPart = "-*+!?<>=/.%&$^~:#'|";
    private const string LispStart = "-*+!?<>=/%&$^~.";

    public static ImmutableArray<CodeLanguage> All { get; } =
    [
        new("fsharp", "f# fs fsi fsx")
        {
            Keywords = """
                abstract and as assert async await base begin class default delegate do done downcast downto elif else end
                exception extern false finally fixed for fun function global if in inherit inline interface internal lazy let
                match member module mutable namespace new not null of open or override private public rec return seq sig static
                struct task then to true try type upcast use val void when while with yield
                """,
            Types = """
                bool byte char decimal double exn float float32 int int16 int32 int64 list nativeint obj option sbyte single
                string uint16 uint32 uint64 unit array
                """,
            NamesAfter = "member",
            TypesAfter = "type module namespace",
            WordPart = "'",
            Parts =
            [
                Line("//"), Of(Literal, "(*)", CodeToken.Plain), Nested("(*", "*)"), Word("#", CodeToken.Keyword, PartPlace.FirstOnLine),
                Raw("\"\"\""), Raw("$\"\"\"", new CodeHole("{", '}')), Long("\""), Long("$\"", new CodeHole("{", '}')), Doubled("@\""),
                Of(Character, "'"), Region("``", "``", CodeToken.Name) with { OneLine = true }, Region("[<", ">]", CodeToken.Name),
            ],
        },
        new("ocaml", "ml mli reasonml sml")
        {
            Keywords = """
                and as assert begin class constraint do done downto else end exception external false for fun function functor if
                in include inherit initializer lazy let match method module mutable new nonrec object of open or private rec sig
                struct then to true try type val virtual when while with
                """,
            Types = "array bool bytes char exn float int int32 int64 list option string unit",
            WordPart = "'",
            CapitalTypes = true,
            Parts = [Nested("(*", "*)"), Long("\""), Of(Character, "'")],
        },
        new("haskell", "hs lhs purescript idris agda elm")
        {
            Keywords = """
                as case class data default deriving do else family forall foreign hiding if import in infix infixl infixr
                instance let mdo module newtype of pattern proc qualified rec then type where exposing port
                """,
            WordPart = "'",
            CapitalTypes = true,
            Parts =
            [
                .. "!#$%&*+./<=>?@\\^|~:".Select(sign => Of(Literal, $"--{sign}", CodeToken.Plain)),
                Line("--"), Nested("{-", "-}"), Long("\"\"\""), Text("\""), Of(Character, "'"),
            ],
        },
        new("elixir", "ex exs eex heex iex")
        {
            Keywords = """
                after alias and case catch cond def defdelegate defexception defguard defguardp defimpl defmacro defmacrop
                defmodule defoverridable defp defprotocol defstruct do else end false fn for if import in nil not or quote raise
                receive require rescue reraise super then throw true try unless unquote use when with
                """,
            NamesAfter = "def defp defmacro defmacrop",
            TypesAfter = "defmodule defprotocol defimpl",
            WordPart = "?!",
            CapitalTypes = true,
            Parts =
            [
                Line("#"), Long("\"\"\"", new CodeHole("#{", '}')), Long("\"", new CodeHole("#{", '}')), Long("'''"), Long("'"),
                Raw("~S\"\"\""), Long("~s\"\"\"", new CodeHole("#{", '}')), Long("~H\"\"\""), Word(":", CodeToken.String),
                Word("@", CodeToken.Name),
                .. Prefixed("r s w c d n t u", letter => Of(AnyDelimiter, "~" + letter) with { Escape = '\\' }, ""),
            ],
        },
        new("erlang", "erl hrl escript")
        {
            Keywords = """
                after and andalso band begin bnot bor bsl bsr bxor case catch cond div else end fun if let maybe not of or orelse
                receive rem try when xor true false undefined
                """,
            WordPart = "@",
            CapitalTypes = true,
            Parts =
            [
                Line("%"), Long("\""), Long("'") with { OneLine = true }, Word("-", CodeToken.Keyword, PartPlace.LineStart),
                Word("?", CodeToken.Name), Word("$", CodeToken.String),
            ],
        },
        new("clojure", "clj cljs cljc edn")
        {
            Keywords = """
                def defn defn- defmacro defmulti defmethod defprotocol defrecord deftype definterface defonce do doseq dotimes fn
                for if if-let if-not if-some let letfn loop ns new quote recur reify throw try catch finally var when when-let
                when-not when-first case cond condp cond-> -> ->> some-> and or not require import use nil true false
                """,
            NamesAfter = "def defn defn- defmacro defmulti defmethod defonce",
            TypesAfter = "defprotocol defrecord deftype ns",
            WordStart = LispStart,
            WordPart = LispPart,
            Parts =
            [
                Line(";"), Long("\""), Long("#\""), Word(":", CodeToken.String, PartPlace.AfterNoWord),
                Word("\\", CodeToken.String) with { WordPart = "\";" }, Word("@", CodeToken.Name),
            ],
        },
        new("lisp", "common-lisp cl elisp emacs-lisp emacs el scheme scm racket rkt")
        {
            Keywords = """
                define define-syntax define-record-type defconst defcustom defclass defgeneric defmacro defmethod defpackage
                defparameter defstruct defun defvar begin block case catch cond declare do dolist dotimes else eq eql equal flet
                handler-case if in-package interactive labels lambda let let* letrec loop macrolet multiple-value-bind progn
                prog1 quote require provide return return-from save-excursion set! setf setq syntax-rules throw unless
                unwind-protect when while with-open-file and or not nil t #t #f
                """,
            NamesAfter = "define defun defmacro defmethod defvar defparameter defcustom defconst",
            WordStart = LispStart + "#",
            WordPart = LispPart,
            Parts =
            [
                Line(";"), Nested("#|", "|#"), Long("\""), Word(":", CodeToken.String, PartPlace.AfterNoWord),
                Word("#\\", CodeToken.String) with { WordPart = "\";" },
            ],
        },
        new("nix")
        {
            Keywords = "assert else if in inherit let or rec then with true false null import builtins",
            WordPart = "-'",
            Parts =
            [
                Line("#"), Block("/*", "*/"), Long("\"", new CodeHole("${", '}')),
                Raw("''", new CodeHole("${", '}')) with { Close = "''" },
            ],
        },
        new("pascal", "delphi objectpascal pas dpr")
        {
            Keywords = """
                and array as asm begin case class const constructor destructor div do downto else end except exports file
                finalization finally for function goto if implementation in inherited initialization inline interface is label
                library mod nil not object of on or out packed private procedure program property protected public published
                raise record repeat resourcestring set shl shr string then threadvar to try type unit until uses var while with
                xor true false override virtual
                """,
            Types = "boolean byte cardinal char double extended int64 integer longint real shortint single smallint word",
            IgnoresCase = true,
            Parts = [Line("//"), Block("{", "}"), Block("(*", "*)"), Doubled("'") with { OneLine = true }],
        },
        new("vb", "vbnet vb.net visual-basic visual-basic-.net vba vbscript vbs basic")
        {
            Keywords = """
                addhandler addressof alias and andalso as async await byref byval call case catch cbool cbyte cchar cdate cdbl
                cdec cint class clng cobj const continue cstr ctype declare default delegate dim directcast do each else elseif
                end enum erase error event exit explicit false finally for friend function get gettype global gosub goto handles
                if implements imports in inherits interface is isnot iterator let lib like loop me mod module mustinherit
                mustoverride mybase myclass namespace narrowing new next not nothing notinheritable notoverridable of off on
                operator option optional or orelse overloads overridable overrides paramarray partial private property protected
                public raiseevent readonly redim removehandler resume return select set shadows shared static step stop strict
                structure sub synclock then throw to true try trycast typeof using wend when while widening with withevents
                writeonly xor yield
                """,
            Types = "boolean byte char date decimal double integer long object sbyte short single string uinteger ulong ushort",
            NamesAfter = "sub function",
            TypesAfter = "class module structure interface enum",
            IgnoresCase = true,
            Parts =
            [
                Line("'"), Line("rem ", PartPlace.FirstOnLine), Word("#", CodeToken.Keyword, PartPlace.FirstOnLine),
                Doubled("\"") with { OneLine = true }, Doubled("$\"") with { OneLine = true },
            ],
        },
        new("fortran", "f90 f95 f03 f08")
        {
            Keywords = """
                allocatable allocate associate block call case class close common contains cycle data deallocate do elemental
                else elseif elsewhere end enddo endif entry enum exit extends external final forall format function generic go
                goto if implicit import inquire intent interface intrinsic module namelist none nullify only open operator
                optional parameter pause pointer print private procedure program protected public pure read recursive result
                return rewind save select stop subroutine target then type use value where while write inout out in
                """,
            Types = "character complex double integer logical precision real",
            IgnoresCase = true,
            Parts =
            [
                Line("!"), Doubled("\"") with { OneLine = true }, Doubled("'") with { OneLine = true },
                Region(".", ".", CodeToken.Keyword) with { OneLine = true, Place = PartPlace.AfterSpace },
            ],
        },
    ];
}
