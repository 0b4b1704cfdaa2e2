using static Press.DiagnosticSeverity;

namespace Press;

/// <summary>
/// All rules, by the stage that checks them: SR sources, FM front matter, CF settings, MD Markdown, IM images, LY layouts, LQ Liquid,
/// UR URLs.
/// </summary>
public static class DiagnosticRules
{
    public static readonly DiagnosticRule NotUtf8 = new("SR001", Error, "the file is not UTF-8 text");
    public static readonly DiagnosticRule TooLarge = new("SR002", Error, "the post is larger than 4 MiB");
    public static readonly DiagnosticRule NotMedia = new("SR003", Warning, "the file is of a kind that is not published");
    public static readonly DiagnosticRule ActiveSvg = new("SR004", Error, "the SVG could run or load something, or cannot be read");
    public static readonly DiagnosticRule FileTooLarge = new("SR005", Error, "the file is larger than Press takes");
    public static readonly DiagnosticRule WrongContainer = new("SR006", Error, "the file lies in the wrong container");
    public static readonly DiagnosticRule Unreadable = new("SR008", Error, "the storage refuses the file");
    public static readonly DiagnosticRule Empty = new("SR009", Error, "the file is empty");
    public static readonly DiagnosticRule SetAside = new("SR010", Error, "the file was too much for the workers that read it");

    public static readonly DiagnosticRule NoFrontMatter = new("SR040", Warning, "Markdown files without front matter are not published");

    public static readonly DiagnosticRule UnclosedFrontMatter = new("FM001", Error, "the front matter is not closed");
    public static readonly DiagnosticRule BadYaml = new("FM002", Error, "the front matter is not YAML");
    public static readonly DiagnosticRule NotAMapping = new("FM003", Error, "the front matter is not a list of keys");
    public static readonly DiagnosticRule DuplicateKey = new("FM004", Error, "a key stands twice");
    public static readonly DiagnosticRule WrongType = new("FM005", Error, "a key has a value of the wrong type");
    public static readonly DiagnosticRule BadDate = new("FM006", Error, "a date cannot be read");
    public static readonly DiagnosticRule BadLanguage = new("FM007", Error, "a language tag is not well-formed");
    public static readonly DiagnosticRule MisspeltKey = new("FM008", Warning, "a key looks like a misspelt one");
    public static readonly DiagnosticRule YamlTooLarge = new("FM009", Error, "the front matter is too large or too deep");
    public static readonly DiagnosticRule BadTag = new("FM010", Warning, "a tag or category makes no URL");
    public static readonly DiagnosticRule BadRedirect = new("FM011", Error, "an old path cannot be one of the site");
    public static readonly DiagnosticRule MissedFrontMatter = new("FM012", Error, "front matter is not where it is read, or not YAML");
    public static readonly DiagnosticRule KeptBack = new("FM013", Warning, "a misspelt key, or one of another tool, keeps the post back");
    public static readonly DiagnosticRule CutValue = new("FM014", Warning, "YAML reads less of a value than is written");
    public static readonly DiagnosticRule BadNameDate = new("FM015", Warning, "the date in the file name does not exist");
    public static readonly DiagnosticRule NoDate = new("FM016", Warning, "a post has no date");
    public static readonly DiagnosticRule LanguageByName = new("FM017", Warning, "a language is named by something else than its tag");
    public static readonly DiagnosticRule SharedSlug = new("FM018", Warning, "tags or categories share a page");
    public static readonly DiagnosticRule PassedOver = new("FM019", Warning, "a key is passed over for another");
    public static readonly DiagnosticRule TooMany = new("FM030", Warning, "a list has more entries than are read");
    public static readonly DiagnosticRule TooLong = new("FM031", Warning, "a value is too long for the pages that repeat it");

    public static readonly DiagnosticRule UnknownAuthor = new("FM070", Warning, "an author looks like a misspelt one");

    public static readonly DiagnosticRule BadSetting = new("CF001", Error, "a setting has a value that is not allowed");
    public static readonly DiagnosticRule MisspeltSetting = new("CF002", Warning, "a setting looks like a misspelt one");
    public static readonly DiagnosticRule NoSiteUrl = new("CF003", Warning, "the site has no url");
    public static readonly DiagnosticRule WholeBaseUrl = new("CF004", Warning, "baseurl is a whole URL");

    public static readonly DiagnosticRule NoLanguage = new("CF040", Warning, "the posts are in another language than the site");
    public static readonly DiagnosticRule LowContrast = new("CF050", Warning, "a colour of the look makes text hard to read");
    public static readonly DiagnosticRule BadAuthor = new("CF060", Warning, "an author's data cannot be used");
    public static readonly DiagnosticRule NoSettings = new("CF041", Warning, "the site has no _config.yml");

    public static readonly DiagnosticRule TooDeep = new("MD001", Error, "the Markdown is nested too deep");
    public static readonly DiagnosticRule HtmlTakenOut = new("MD002", Warning, "HTML that could run, load or cover the page was taken out");
    public static readonly DiagnosticRule DeadSourceLink = new("MD003", Warning, "a link names a post that is not published");
    public static readonly DiagnosticRule ReservedClass = new("MD004", Warning, "a class by which the theme places elements was taken out");
    public static readonly DiagnosticRule UnsafeTex = new("MD005", Warning, "a formula stays text for a command that links or places");
    public static readonly DiagnosticRule MarkupCut = new("MD006", Warning, "markup costs too much to be read and is left as text");
    public static readonly DiagnosticRule TooCostly = new("MD007", Error, "the post costs too much to be rendered");
    public static readonly DiagnosticRule ExcerptCut = new("MD008", Warning, "the excerpt is too long for listings");
    public static readonly DiagnosticRule OpenComment = new("MD009", Error, "a hidden note has no end");
    public static readonly DiagnosticRule DeadLink = new("MD012", Warning, "a link or picture leads to nothing on the site");
    public static readonly DiagnosticRule DeadFragment = new("MD013", Warning, "a link leads to a heading that does not exist");
    public static readonly DiagnosticRule InexactLink = new("MD014", Warning, "a link or picture is not written as its file is");
    public static readonly DiagnosticRule UnknownTex = new("MD015", Warning, "a formula stays text for TeX that is not known");

    public static readonly DiagnosticRule UnreadableImage = new("IM001", Warning, "the picture cannot be read");
    public static readonly DiagnosticRule NameWithoutRoom =
        new("IM002", Warning, "the name of the picture leaves no room for those of its smaller versions");

    public static readonly DiagnosticRule UnknownLayout = new("LY001", Warning, "the layout does not exist");
    public static readonly DiagnosticRule BadLayout = new("LY002", Error, "a layout is not valid Liquid");
    public static readonly DiagnosticRule LayoutFailed = new("LY003", Error, "a layout failed while it was rendered");
    public static readonly DiagnosticRule RepeatedKey = new("LY004", Warning, "a key of a Jekyll site stands twice");
    public static readonly DiagnosticRule RedirectWithHost = new("LY005", Warning, "an old path has a host");
    public static readonly DiagnosticRule ForJekyll = new(
        "LY006", Warning, "layouts are written for Jekyll, and the settings do not say so");

    public static readonly DiagnosticRule LiquidAsText = new("LQ001", Warning, "Liquid that cannot be read stays text");
    public static readonly DiagnosticRule LiquidFailed = new("LQ002", Warning, "the Liquid of a post failed, so all of it stays text");
    public static readonly DiagnosticRule UnknownFilter = new("LQ003", Warning, "there is no such Liquid filter");
    public static readonly DiagnosticRule NotInPosts = new("LQ004", Warning, "a variable is for layouts and pages only");
    public static readonly DiagnosticRule ForeignTemplate = new("LQ005", Warning, "a post has template code of another tool");
    public static readonly DiagnosticRule BadData = new("LQ006", Error, "a file of data cannot be read");
    public static readonly DiagnosticRule NoPart = new("LQ007", Warning, "a file that a post includes from its folder cannot be had");
    public static readonly DiagnosticRule AbsentValue = new("LQ008", Warning, "Liquid asks for what Press does not have");

    public static readonly DiagnosticRule BadPermalink = new("UR001", Error, "the permalink does not make a URL");
    public static readonly DiagnosticRule UrlTaken = new("UR002", Error, "the URL is taken");
    public static readonly DiagnosticRule NoSlug = new("UR003", Error, "nothing to make a slug of");
    public static readonly DiagnosticRule RedirectTaken = new("UR004", Warning, "an old path is that of a page or file of the site");
    public static readonly DiagnosticRule BadFileName = new("UR005", Error, "the file's name makes no URL");
    public static readonly DiagnosticRule HostFile = new("UR006", Error, "the URL belongs to the host");
    public static readonly DiagnosticRule CaseTwin = new("UR007", Warning, "two URLs differ in case alone");
    public static readonly DiagnosticRule CopiedPageId = new("UR008", Warning, "two posts of one language have the same page_id");
    public static readonly DiagnosticRule LostUrl = new("UR040", Warning, "an old URL leads nowhere any more");
}
