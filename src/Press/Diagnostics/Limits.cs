namespace Press;

/// <summary>
/// What one source may cost beyond its own size. Each bound is far above what people write; together they keep time and memory
/// proportional to the size of a source, whatever it holds.
/// </summary>
internal static class Limits
{
    /// <summary>The diagnostics of one severity that a file shows. Nobody reads more before the first are fixed.</summary>
    public const int Diagnostics = 100;

    /// <summary>The tags of a post, and its categories: each has a page that shows the post.</summary>
    public const int Names = 100;

    /// <summary>The old paths of a post: each becomes a page.</summary>
    public const int OldPaths = 200;

    /// <summary>The characters of a title or an author's name, which stand on the pages of other posts too.</summary>
    public const int Title = 500;

    /// <summary>The characters of JSON for keys of a front matter that are its author's own: each answer of the index has them.</summary>
    public const int OwnKeys = 4_096;

    /// <summary>The characters of the address of an image in front matter, which cards repeat.</summary>
    public const int ImageAddress = 2_000;

    /// <summary>The words that a search looks for; more are not looked at.</summary>
    public const int SearchTerms = 32;

    /// <summary>The translations of a page that it lists, and the languages: each lists all others.</summary>
    public const int Translations = 100;

    /// <summary>The characters of an excerpt's HTML, which every listing with the post repeats; a screen of text has about 4,000.</summary>
    public const int ExcerptHtml = 32 * 1024;

    /// <summary>The characters of an excerpt that has a single block, and that is too long to be shown with its markup.</summary>
    public const int ExcerptText = 2_000;

    /// <summary>
    /// The brackets that may be open in one paragraph; the outer ones become text. Each that is open costs a step for each piece
    /// of text behind it, and at 128 levels Markdig stops rendering.
    /// </summary>
    public const int OpenBrackets = 32;

    /// <summary>
    /// The marks of emphasis that a paragraph collects before those that can be paired are, at the next end of a line. A table is one
    /// paragraph.
    /// </summary>
    public const int MarksOfLines = 500;

    /// <summary>The same within a line.</summary>
    public const int Marks = 2_000;

    /// <summary>How far a paragraph looks for the end of a link, a tag or code, once it has often looked in vain.</summary>
    public const int Lookahead = 1_000;

    /// <summary>The cells by which the tables of a post are filled up where rows are shorter than the longest.</summary>
    public const int FilledCells = 65_536;

    /// <summary>The elements that may be open at a place of an author's HTML. Browsers stop at 512.</summary>
    public const int OpenElements = 256;

    /// <summary>The attributes of one element: each is compared with those before it.</summary>
    public const int Attributes = 256;

    /// <summary>The characters of a <c>style</c> attribute that needs a look at each of its properties.</summary>
    public const int Style = 4_096;

    /// <summary>
    /// Elements that HTML's rules repeat or move, for each tag, and in all: an element that is open when its parent ends begins again
    /// behind it.
    /// </summary>
    public const int RepeatedElements = 10_000;

    /// <summary>The steps that taking elements out of HTML may cost: each looks at its siblings.</summary>
    public const int SiblingSteps = 5_000_000;

    /// <summary>The steps that tags may cost where very many elements are open: each tag looks through them.</summary>
    public const int OpenSteps = 5_000_000;

    /// <summary>The link definitions that stand line below line before they are read; each is looked for from the first line on.</summary>
    public const int Definitions = 1_000;

    /// <summary>The alerts of a post; Markdig searches all blocks for each. Those after them are quotes.</summary>
    public const int Alerts = 1_000;

    /// <summary>The characters of text that aliases of YAML add to a front matter or a file of settings.</summary>
    public const int AliasedText = 64 * 1024;

    /// <summary>The posts of a series that each of them lists.</summary>
    public const int SeriesPosts = 100;

    /// <summary>The links of an author, and of a site's foot.</summary>
    public const int SocialLinks = 20;

    /// <summary>The marks of a block of code; each line is compared with them.</summary>
    public const int MarkedLines = 50;

    /// <summary>The groups of a formula that may be open at a place; each is two or three elements.</summary>
    public const int TexDepth = 80;

    /// <summary>The tokens that the macros of a post may add to its formulas.</summary>
    /// <param name="length">Of the post, in characters.</param>
    public static int TexExpansion(int length) => 10_000 + (4 * length);

    /// <summary>
    /// The characters of HTML that a source may be rendered to. Dense code grows fivefold, tables of empty cells tenfold.
    /// </summary>
    /// <param name="length">Of the source, in characters.</param>
    public static int Html(int length) => (1024 * 1024) + (16 * length);
}
