using System.Collections.Immutable;
using static Press.Part;
using static Press.PartForm;

namespace Press;

/// <summary>Data, settings, queries, and what builds and runs programs.</summary>
internal static class DataLanguages
{
    public static ImmutableArray<CodeLanguage> All { get; } =
    [
        new("json", "jsonc json5 jsonl ndjson geojson webmanifest topojson")
        {
            Keywords = "true false null",
            StringKeyEnds = ":",
            Parts = [Line("//"), Block("/*", "*/"), Text("\""), Text("'")],
        },
        new("yaml", "yml eyaml docker-compose openapi")
        {
            Keywords = "true false null yes no on off True False Null Yes No On Off ~",
            Statements = "\n{,[",
            WordStart = "~",
            WordPart = "-./",
            Keys = new KeyForm(":") { BlankAfter = true },
            StringKeyEnds = ":",
            Parts =
            [
                Line("#", PartPlace.AfterSpace), Of(Literal, "---", CodeToken.Keyword) with { Place = PartPlace.LineStart },
                Long("\"") with { Place = PartPlace.AfterNoWord },
                Doubled("'") with { Place = PartPlace.AfterNoWord }, Word("&", CodeToken.Type, PartPlace.AfterSpace),
                Word("*", CodeToken.Type, PartPlace.AfterSpace),
                Word("!", CodeToken.Type, PartPlace.AfterSpace) with { WordPart = "!" },
                Word("%", CodeToken.Keyword, PartPlace.LineStart),
                Of(BlockScalar, "|") with { Place = PartPlace.AfterSpace }, Of(BlockScalar, ">") with { Place = PartPlace.AfterSpace },
            ],
        },
        new("toml")
        {
            Keywords = "true false inf nan",
            Statements = "\n{,",
            WordPart = "-",
            Keys = new KeyForm("="),
            StringKeyEnds = "=",
            Parts =
            [
                Line("#"), Region("[[", "]]", CodeToken.Type) with { Place = PartPlace.LineStart, OneLine = true },
                Region("[", "]", CodeToken.Type) with { Place = PartPlace.LineStart, OneLine = true },
                Long("\"\"\""), Raw("'''"), Text("\""), Raw("'") with { OneLine = true },
            ],
        },
        new("ini", "properties cfg conf dosini editorconfig gitconfig dotenv systemd desktop reg hosts")
        {
            Keywords = "true false yes no on off",
            IgnoresCase = true,
            WordPart = "-.",
            Keys = new KeyForm("=:"),
            Parts =
            [
                Line("#", PartPlace.FirstOnLine), Line(";", PartPlace.FirstOnLine), Line("!", PartPlace.FirstOnLine),
                Region("[", "]", CodeToken.Type) with { Place = PartPlace.FirstOnLine, OneLine = true },
                Text("\"") with { Place = PartPlace.AfterNoWord }, Text("'") with { Place = PartPlace.AfterNoWord },
            ],
        },
        new("sql", "mysql postgresql postgres pgsql psql plsql plpgsql tsql t-sql sqlite mssql hql cql")
        {
            Keywords = """
                add all alter analyze and any as asc begin between by cascade case cast check collate column comment commit
                constraint create cross current cursor database declare default delete desc distinct do drop each else elsif end
                escape except exec execute exists explain false fetch filter first following for foreign from full function grant
                group having if ilike immediate in index inner insert instead intersect into is isolation join key language last
                lateral left level like limit loop materialized merge natural next no not null nulls of offset on only or order
                outer over partition preceding primary procedure range raise recursive references release rename replace restrict
                return returning returns revoke right rollback row rows savepoint schema select sequence set show similar some
                start table tablespace temp temporary then ties to top transaction trigger true truncate unbounded union unique
                unlogged update use using values view when where while window with within without
                """,
            Types = """
                bigint binary bit blob bool boolean bytea char character clob date datetime datetime2 decimal double float int
                int4 int8 integer interval json jsonb money nchar numeric nvarchar precision real serial bigserial smallint text
                time timestamp timestamptz tinyint uuid varbinary varchar xml
                """,
            Names = "avg coalesce count max min now nullif row_number sum",
            IgnoresCase = true,
            Parts =
            [
                Line("--"), Block("/*", "*/"), Doubled("'"), Doubled("E'") with { Escape = '\\' }, Doubled("N'"),
                Region("\"", "\"", CodeToken.Name) with { OneLine = true }, Region("`", "`", CodeToken.Name) with { OneLine = true },
                Of(Literal, "$$", CodeToken.Name), Word("$", CodeToken.Name) with { Close = "$" }, Word("@", CodeToken.Name),
                Word("@@", CodeToken.Name),
            ],
        },
        new("diff", "patch udiff")
        {
            HasNumbers = false,
            Parts =
            [
                Row("+", CodeToken.Inserted), Row("-", CodeToken.Deleted), Row("<", CodeToken.Deleted), Row(">", CodeToken.Inserted),
                Row("@@", CodeToken.Type),
                .. "+++ |--- |diff |index |new file |deleted file |similarity |rename |Index: |===="
                    .Split('|').Select(start => Row(start, CodeToken.Keyword)),
                Row(" ", CodeToken.Plain),
            ],
        },
        new("dockerfile", "docker containerfile")
        {
            Commands = """
                ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME
                WORKDIR
                """,
            Keywords = "AS",
            IgnoresCase = true,
            WordStart = "-",
            WordPart = "-./",
            Parts =
            [
                Line("#", PartPlace.FirstOnLine), Long("\""), Raw("'") with { OneLine = true }, Region("${", "}", CodeToken.Name),
                Word("$", CodeToken.Name),
                Of(Heredoc, "<<"),
            ],
        },
        new("makefile", "make mk mf gnumake bsdmake")
        {
            Commands = """
                define else endef endif export ifdef ifeq ifndef ifneq include override private undefine unexport vpath
                -include sinclude
                """,
            WordStart = "-.",
            WordPart = "-.",
            Keys = new KeyForm(":=") { FirstColumn = true, Without = "\"'\t" },
            Parts =
            [
                Of(Literal, "\\#", CodeToken.Plain), Line("#"), Region("$(", ")", CodeToken.Name) with { Nests = false },
                Region("${", "}", CodeToken.Name),
                .. "@ < ^ ? * + % $".Split(' ').Select(sign => Of(Literal, "$" + sign, CodeToken.Name)),
                Text("\""), Text("'") with { Place = PartPlace.AfterNoWord },
            ],
        },
        new("cmake", "cmakelists cmakelists.txt")
        {
            AnyCommand = true,
            Statements = ")",
            Keywords = """
                AND DEFINED EQUAL EXISTS GREATER IN ITEMS LESS LISTS MATCHES NOT ON OFF OR PRIVATE PUBLIC INTERFACE REQUIRED
                STREQUAL TRUE FALSE
                """,
            WordPart = "-",
            Parts =
            [
                Of(Literal, "\\\"", CodeToken.Plain), Of(Literal, "\\#", CodeToken.Plain), Of(LongBracket, "#[", CodeToken.Comment),
                Line("#"), Long("\""), Region("${", "}", CodeToken.Name), Of(LongBracket, "["),
            ],
        },
        new("nginx", "nginxconf nginx-conf")
        {
            AnyCommand = true,
            Statements = "{};",
            Keywords = "on off",
            WordPart = "-./",
            Parts =
            [
                Line("#", PartPlace.AfterSpace), Text("\""), Text("'"), Word("$", CodeToken.Name), Region("${", "}", CodeToken.Name),
            ],
        },
        new("apache", "apacheconf htaccess httpd")
        {
            AnyCommand = true,
            Keywords = "On Off All None",
            WordPart = "-./",
            Parts =
            [
                Line("#", PartPlace.FirstOnLine),
                Region("<", ">", CodeToken.Type) with { Place = PartPlace.FirstOnLine, OneLine = true }, Text("\""),
                Region("%{", "}", CodeToken.Name),
            ],
        },
        new("hcl", "terraform tf tfvars nomad packer opentofu")
        {
            Keywords = "for if in else endif endfor true false null each self dynamic",
            Commands = """
                connection data module output provider provisioner resource terraform variable locals moved import check
                lifecycle backend
                """,
            Types = "any bool list map number object set string tuple",
            Statements = "\n{",
            WordPart = "-",
            Keys = new KeyForm("="),
            Parts =
            [
                Line("#"), Line("//"), Block("/*", "*/"), Text("\"", new CodeHole("${", '}'), new CodeHole("%{", '}')),
                Of(Heredoc, "<<") with { Holes = [new("${", '}')] },
            ],
        },
        new("bicep", "bicepparam")
        {
            Keywords = """
                as assert existing extension for func if import in metadata module output param provider resource targetScope
                type using var with true false null
                """,
            Types = "array bool int object string",
            NamesAfter = "param var output resource module func type",
            Parts =
            [
                Line("//"), Block("/*", "*/"), Word("@", CodeToken.Name), Raw("'''"), Text("'", new CodeHole("${", '}')),
                Word("#", CodeToken.Keyword, PartPlace.FirstOnLine),
            ],
        },
        new("http", "https")
        {
            HasNumbers = false,
            Commands = "GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH HTTP",
            WordPart = "-",
            Keys = new KeyForm(":") { BlankAfter = true, FirstColumn = true },
        },
        new("vim", "viml vimscript nvim")
        {
            Keywords = """
                abort augroup autocmd call catch command echo echom else elseif endfor endfunction endif endtry endwhile execute
                exec finally for function highlight if in inoremap let map nmap nnoremap noremap onoremap return set setlocal
                silent source syntax syn throw try unlet vmap vnoremap while xnoremap
                """,
            WordPart = "#!",
            Parts =
            [
                Line("\"", PartPlace.FirstOnLine), Text("\""), Doubled("'") with { OneLine = true }, Word("&", CodeToken.Name),
                Word("$", CodeToken.Name),
            ],
        },
        new("assembly", "asm nasm x86asm gas armasm s")
        {
            AnyCommand = true,
            Keywords = "byte word dword qword ptr section global extern db dw dd dq equ",
            Types = "rax rbx rcx rdx rsi rdi rsp rbp r8 r9 r10 r11 r12 r13 r14 r15 eax ebx ecx edx esi edi esp ebp al bl cl dl",
            IgnoresCase = true,
            WordStart = ".",
            WordPart = ".",
            Parts =
            [
                Line(";"), Line("#", PartPlace.AfterSpace), Line("//"), Block("/*", "*/"), Text("\""), Text("'"),
                Word("%", CodeToken.Type), Word("$", CodeToken.Number),
            ],
        },
    ];
}
