using System.Collections.Frozen;

namespace Press;

/// <summary>The commands that follow one pattern each.</summary>
internal static class TexTables
{
    /// <summary>Blanks, by their widths.</summary>
    public static readonly FrozenDictionary<string, string> Spaces = Pairs("""
        \, 0.1667em \thinspace 0.1667em \: 0.2222em \> 0.2222em \medspace 0.2222em \; 0.2778em \thickspace 0.2778em \! -0.1667em
        \negthinspace -0.1667em \negmedspace -0.2222em \negthickspace -0.2778em \quad 1em \qquad 2em \enspace 0.5em \enskip 0.5em
        \space 0.25em \nobreakspace 0.25em
        """);

    /// <summary>Marks over what follows.</summary>
    public static readonly FrozenDictionary<string, string> Accents = Pairs("""
        \hat ^ \check ˇ \tilde ~ \acute ´ \grave ` \dot ˙ \ddot ¨ \dddot ⃛ \ddddot ⃜ \breve ˘ \bar ‾ \vec → \mathring ˚
        """);

    /// <summary>What grows over what follows.</summary>
    public static readonly FrozenDictionary<string, string> Over = Pairs("""
        \widehat ^ \widetilde ~ \widecheck ˇ \overline ‾ \overrightarrow → \overleftarrow ← \overleftrightarrow ↔ \overbrace ⏞
        \overgroup ⏠ \overparen ⏜ \wideparen ⏜ \Overrightarrow ⇒ \overbracket ⎴
        """);

    /// <summary>What grows below what follows.</summary>
    public static readonly FrozenDictionary<string, string> Under = Pairs("""
        \underline _ \underbrace ⏟ \underrightarrow → \underleftarrow ← \underleftrightarrow ↔ \undergroup ⏡ \underparen ⏝
        \utilde ~ \underbracket ⎵ \underbar _
        """);

    /// <summary>Arrows as long as what stands on them.</summary>
    public static readonly FrozenDictionary<string, string> Arrows = Pairs("""
        \xrightarrow → \xleftarrow ← \xleftrightarrow ↔ \xRightarrow ⇒ \xLeftarrow ⇐ \xLeftrightarrow ⇔ \xhookrightarrow ↪
        \xhookleftarrow ↩ \xmapsto ↦ \xrightharpoonup ⇀ \xrightharpoondown ⇁ \xleftharpoonup ↼ \xleftharpoondown ↽
        \xrightleftharpoons ⇌ \xlongequal = \xtwoheadrightarrow ↠
        """);

    /// <summary>Delimiters of a set size.</summary>
    public static readonly FrozenDictionary<string, string> Sizes = Pairs("""
        \big 1.2em \Big 1.623em \bigg 2.047em \Bigg 2.470em \bigl 1.2em \Bigl 1.623em \biggl 2.047em \Biggl 2.470em
        \bigr 1.2em \Bigr 1.623em \biggr 2.047em \Biggr 2.470em \bigm 1.2em \Bigm 1.623em \biggm 2.047em \Biggm 2.470em
        """);

    /// <summary>Sizes of letters up to the end of the group.</summary>
    public static readonly FrozenDictionary<string, string> Magnifications = Pairs("""
        \tiny 0.5em \scriptsize 0.7em \footnotesize 0.8em \small 0.9em \normalsize 1em \large 1.2em \Large 1.44em \LARGE 1.728em
        \huge 2.074em \Huge 2.488em
        """);

    /// <summary>Alphabets of one argument.</summary>
    public static readonly FrozenDictionary<string, MathFont> Fonts = Pairs("""
        \mathrm Upright \mathup Upright \mathnormal Default \mathit Italic \mathbf Bold \bold Bold \mathbfit BoldItalic
        \boldsymbol BoldItalic \bm BoldItalic \pmb BoldItalic \mathbb DoubleStruck \Bbb DoubleStruck \mathds DoubleStruck
        \mathbbm DoubleStruck \mathcal Script \mathscr Script \mathbfcal BoldScript \mathfrak Fraktur \frak Fraktur \mathsf Sans
        \mathtt Monospace \mathbfsf BoldSans
        """).ToFrozenDictionary(pair => pair.Key, pair => Enum.Parse<MathFont>(pair.Value), StringComparer.Ordinal);

    /// <summary>Alphabets up to the end of the group.</summary>
    public static readonly FrozenDictionary<string, MathFont> FontSwitches = Pairs("""
        \rm Upright \bf Bold \it Italic \cal Script \sf Sans \tt Monospace \frak Fraktur \scr Script \mit Default \bfseries Bold
        \boldmath BoldItalic \rmfamily Upright \mathversion Default \normalfont Upright
        """).ToFrozenDictionary(pair => pair.Key, pair => Enum.Parse<MathFont>(pair.Value), StringComparer.Ordinal);

    /// <summary>Prose, by its alphabet.</summary>
    public static readonly FrozenDictionary<string, MathFont> Texts = Pairs("""
        \text Upright \textrm Upright \textnormal Upright \textup Upright \mbox Upright \hbox Upright \textbf Bold \textit Italic
        \emph Italic \textsl Italic \texttt Monospace \textsf Sans \textsc Upright \textmd Upright \intertext Upright
        \shortintertext Upright \mathtext Upright
        """).ToFrozenDictionary(pair => pair.Key, pair => Enum.Parse<MathFont>(pair.Value), StringComparer.Ordinal);

    /// <summary>Names of functions; the second word is what is written.</summary>
    public static readonly FrozenDictionary<string, string> Functions = Pairs("""
        \sin sin \cos cos \tan tan \cot cot \sec sec \csc csc \arcsin arcsin \arccos arccos \arctan arctan \sinh sinh \cosh cosh \tanh tanh
        \coth coth \log log \ln ln \lg lg \exp exp \arg arg \deg deg \dim dim \hom hom \ker ker \arcctg arcctg \ctg ctg \tg tg \sh sh \ch ch
        """);

    /// <summary>Those that have limits.</summary>
    public static readonly FrozenDictionary<string, string> Limited = Pairs("""
        \lim lim \max max \min min \sup sup \inf inf \det det \Pr Pr \gcd gcd \limsup lim␣sup \liminf lim␣inf \injlim inj␣lim
        \projlim proj␣lim \argmax arg␣max \argmin arg␣min \plim plim
        """);

    /// <summary>What changes nothing that is seen here.</summary>
    public static readonly FrozenSet<string> Ignored = Set("""
        \limits \nolimits \displaylimits \notag \nonumber \allowbreak \nobreak \break \relax \mathstrut \strut \hfill \hfil \hss
        \noindent \centering \hline \global \long \/ \- \null \protect \newline \par \leavevmode \mathsurround \nolinebreak
        \linebreak
        """);

    /// <summary>The same, with an argument.</summary>
    public static readonly FrozenSet<string> IgnoredWithArgument = Set("""
        \label \require \vspace \cline
        """);

    private static FrozenDictionary<string, string> Pairs(string words) => words
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
        .ToFrozenDictionary(pair => pair[0], pair => pair[1].Replace('␣', '\u2009'), StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
