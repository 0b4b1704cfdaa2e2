using System.Collections.Immutable;
using static Press.Part;
using static Press.PartForm;

namespace Press;

/// <summary>What browsers read, what becomes that, and what is written around it.</summary>
internal static class WebLanguages
{
    private static readonly CodeLanguage JavaScript = new("javascript", "js jsx mjs cjs es6 react node ecmascript")
    {
        Keywords = """
            as async await break case catch class const continue debugger default delete do else export extends false finally for
            from function get if import in instanceof let new null of return set static super switch this throw true try typeof
            undefined var void while with yield NaN Infinity
            """,
        NamesAfter = "function",
        TypesAfter = "class extends",
        WordStart = "$",
        Markup = MarkupForm.Jsx,
        Parts =
        [
            Line("//"), Block("/*", "*/"), Row("#!", CodeToken.Comment) with { Place = PartPlace.TextStart }, Text("\""), Text("'"),
            Long("`", new CodeHole("${", '}')), Of(Regex, "/") with { Place = PartPlace.BeforeValue }, Word("@", CodeToken.Name),
        ],
    };

    private static readonly CodeLanguage TypeScript = JavaScript with
    {
        Name = "typescript",
        Aliases = "ts mts cts deno",
        Keywords = JavaScript.Keywords + " " + """
             abstract accessor asserts declare enum implements infer interface is keyof module namespace override private
             protected public readonly satisfies type unique using
            """,
        Types = "any bigint boolean never number object string symbol unknown",
        TypesAfter = "class extends interface enum type namespace",
        Markup = MarkupForm.None,
    };

    private static readonly CodeLanguage Xml = new("xml",
    "xsd xsl xslt svg rss atom plist csproj fsproj vbproj props targets xaml axaml wsdl resx config mathml")
    {
        Markup = MarkupForm.Xml,
        HasNumbers = false,
        Parts =
        [
            Block("<!--", "-->"), Region("<![CDATA[", "]]>"), Region("<?", "?>", CodeToken.Keyword),
            Region("<!", ">", CodeToken.Keyword),
        ],
    };

    private static readonly CodeLanguage Html = Xml with
    {
        Name = "html",
        Aliases = "htm xhtml html5 aspx ashx asax aspx-cs aspx-vb asp cshtml razor blazor",
        Markup = MarkupForm.Html,
        Parts = [.. Xml.Parts, Of(Embedded, "<?php", CodeToken.Keyword) with { Inner = "php", Close = "?>" }],
    };

    private static readonly CodeLanguage Liquid = Html with
    {
        Name = "liquid",
        Aliases = "jinja jinja2 twig django nunjucks handlebars hbs mustache njk html+jinja gotmpl go-html-template html+handlebars",
        Parts =
        [
            .. Html.Parts, Block("{#", "#}"), Block("{{!--", "--}}"), Block("{% comment %}", "{% endcomment %}"),
            Of(Embedded, "{{", CodeToken.Keyword) with { Inner = "liquid-tag", Close = "}}" },
            Of(Embedded, "{%", CodeToken.Keyword) with { Inner = "liquid-tag", Close = "%}" },
            Of(Literal, "}}", CodeToken.Keyword), Of(Literal, "%}", CodeToken.Keyword),
        ],
    };

    private static readonly CodeLanguage Css = new("css", "pcss postcss")
    {
        Statements = "{};",
        WordStart = "-",
        WordPart = "-",
        Keys = new KeyForm(":{,") { Without = "\"'};\n@/" },
        Parts =
        [
            Block("/*", "*/"), Word("@", CodeToken.Keyword), Word("!", CodeToken.Keyword), Text("\""), Text("'"),
            Word("#", CodeToken.Number, PartPlace.InValue), Region("url(", ")") with { OneLine = true },
        ],
    };

    public static ImmutableArray<CodeLanguage> All { get; } =
    [
        JavaScript,
        TypeScript,
        TypeScript with { Name = "tsx", Aliases = "typescriptreact", Markup = MarkupForm.Jsx },
        Xml,
        Html,
        Html with
        {
            Name = "vue",
            Aliases = "svelte astro",
            Parts =
            [
                .. Html.Parts, Of(Embedded, "{{", CodeToken.Keyword) with { Inner = "typescript", Close = "}}" },
                Of(Literal, "}}", CodeToken.Keyword),
            ],
        },
        Liquid,
        Html with
        {
            Name = "erb",
            Aliases = "rhtml html+erb ejs",
            Parts =
            [
                .. Html.Parts, Block("<%#", "%>"), Block("<%--", "--%>"),
                Of(Embedded, "<%=", CodeToken.Keyword) with { Inner = "ruby", Close = "%>" },
                Of(Embedded, "<%", CodeToken.Keyword) with { Inner = "ruby", Close = "%>" }, Of(Literal, "%>", CodeToken.Keyword),
            ],
        },
        new("liquid-tag")
        {
            Keywords = """
                assign break capture case comment continue cycle decrement echo else elsif elif endblock endcapture endcase
                endcomment endfor endhighlight endif endraw endtablerow endunless extends block for highlight if in include
                increment layout limit offset raw render reversed set tablerow unless when with by and or not contains true false
                nil null empty blank
                """,
            WordPart = "-",
            Parts = [Raw("\""), Raw("'"), Word("|", CodeToken.Name), Word("| ", CodeToken.Name)],
        },
        Css,
        Css with { Name = "scss", Aliases = "less sass stylus",
        Parts = [.. Css.Parts, Line("//"), Word("$", CodeToken.Name, PartPlace.InValue)] },
        new("graphql", "gql graphqls")
        {
            Keywords = """
                directive enum extend fragment implements input interface mutation on query repeatable scalar schema subscription
                type union true false null
                """,
            Types = "Boolean Float ID Int String",
            TypesAfter = "type interface input enum scalar union",
            NamesAfter = "query mutation subscription fragment",
            Parts = [Line("#"), Long("\"\"\""), Text("\""), Word("$", CodeToken.Name), Word("@", CodeToken.Name)],
        },
        new("markdown", "md mkd mkdown pandoc mdx rmarkdown")
        {
            HasNumbers = false,
            Parts =
            [
                Of(Embedded, "---\n", CodeToken.Keyword) with { Place = PartPlace.TextStart, Inner = "yaml", Close = "\n---" },
                Row("---", CodeToken.Keyword), Block("<!--", "-->"), Of(Fence, "```") with { Place = PartPlace.FirstOnLine },
                Of(Fence, "~~~") with { Place = PartPlace.FirstOnLine }, Row("> ", CodeToken.Comment, PartPlace.FirstOnLine),
                .. Enumerable.Range(1, 6).Select(level => Row(new string('#', level) + " ", CodeToken.Keyword)),
                .. new[] { "- ", "* ", "+ " }.Select(mark => Of(Literal, mark, CodeToken.Keyword) with { Place = PartPlace.FirstOnLine }),
                Of(QuoteRun, "`") with { OneLine = true }, Of(Literal, "\\`", CodeToken.Plain), Of(Literal, "\\*", CodeToken.Plain),
                Region("](", ")", CodeToken.String) with { OneLine = true }, Region("**", "**", CodeToken.Type) with { OneLine = true },
            ],
        },
        new("latex", "tex bibtex bib context")
        {
            HasNumbers = false,
            Parts =
            [
                .. "%&$#_{}~^\\".Select(sign => Of(Literal, $"\\{sign}", CodeToken.Keyword)), Word("\\", CodeToken.Keyword), Line("%"),
                Region("$$", "$$") with { Escape = '\\' }, Region("$", "$") with { Escape = '\\', OneLine = true },
                Region("\\[", "\\]"), Region("\\(", "\\)"),
            ],
        },
    ];
}
