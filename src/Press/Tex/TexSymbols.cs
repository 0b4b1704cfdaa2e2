using System.Collections.Frozen;

namespace Press;

/// <summary>The commands and characters that stand for one symbol.</summary>
internal static class TexSymbols
{
    private static readonly FrozenDictionary<string, TexSymbol> All = Read(
        (AtomKind.Ordinary, """
            alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ
            nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
            Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω Alpha Α Beta Β Epsilon Ε Zeta Ζ Eta Η Iota Ι
            Kappa Κ Mu Μ Nu Ν Omicron Ο Rho Ρ Tau Τ Chi Χ varGamma 𝛤 varDelta 𝛥 varTheta 𝛩 varLambda 𝛬 varXi 𝛯 varPi 𝛱 varSigma 𝛴
            varUpsilon 𝛶 varPhi 𝛷 varPsi 𝛹 varOmega 𝛺
            infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ hbar ℏ hslash ℏ ell ℓ wp ℘ Re ℜ Im ℑ aleph ℵ
            beth ℶ gimel ℷ daleth ℸ imath ı jmath ȷ eth ð complement ∁ prime ′ backprime ‵ angle ∠ measuredangle ∡ sphericalangle ∢
            triangle △ triangledown ▽ blacktriangle ▲ blacktriangledown ▼ square □ Box □ blacksquare ■ lozenge ◊ Diamond ◊ qed ∎
            blacklozenge ⧫ bigstar ★ clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ flat ♭ natural ♮ sharp ♯ neg ¬ lnot ¬ top ⊤ bot ⊥
            surd √ checkmark ✓ maltese ✠ circledR ® circledS Ⓢ yen ¥ pounds £ mho ℧ Finv Ⅎ diagup ╱ diagdown ╲ backslash \ degree °
            dag † ddag ‡ S § P ¶ copyright © ldots … dots … dotsc … dotso … hdots … cdots ⋯ dotsb ⋯ dotsm ⋯ dotsi ⋯ vdots ⋮ ddots ⋱
            iddots ⋰ _ _ % % $ $ # # & & vert | Vert ‖ | ‖ Bbbk 𝕜 AA Å aa å ae æ AE Æ oe œ OE Œ o ø O Ø ss ß i ı j ȷ l ł L Ł
            textbackslash \ R ℝ N ℕ Z ℤ
            """),
        (AtomKind.Operator, """
            sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ iiiint ⨌ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫ bigcup ⋃ bigcap ⋂ bigsqcup ⨆
            bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigsqcap ⨅
            """),
        (AtomKind.Binary, """
            pm ± mp ∓ times × div ÷ cdot ⋅ cdotp ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧
            land ∧ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ bigtriangleup △ bigtriangledown ▽ triangleleft ◃ triangleright ▹ lhd ⊲ rhd ⊳
            unlhd ⊴ unrhd ⊵ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ amalg ⨿ ltimes ⋉ rtimes ⋊
            leftthreetimes ⋋ rightthreetimes ⋌ dotplus ∔ boxplus ⊞ boxminus ⊟ boxtimes ⊠ boxdot ⊡ circledast ⊛ circledcirc ⊚ circleddash ⊝
            centerdot ⋅ intercal ⊺ barwedge ⊼ veebar ⊻ doublebarwedge ⩞ curlyvee ⋎ curlywedge ⋏ Cap ⋒ Cup ⋓ doublecap ⋒ doublecup ⋓
            divideontimes ⋇ And & gtrdot ⋗ lessdot ⋖
            """),
        (AtomKind.Relation, """
            leq ≤ le ≤ geq ≥ ge ≥ lt < gt > neq ≠ ne ≠ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ propto ∝ varpropto ∝ asymp ≍ doteq ≐
            doteqdot ≑ Doteq ≑ ll ≪ gg ≫ lll ⋘ ggg ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰ precsim ≾ succsim ≿ preccurlyeq ≼ succcurlyeq ≽
            subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ varsubsetneq ⊊ varsupsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉
            subseteqq ⫅ supseteqq ⫆ Subset ⋐ Supset ⋑ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒ in ∈ ni ∋ owns ∋ notin ∉ notni ∌
            vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ perp ⟂ mid ∣ nmid ∤ shortmid ∣ parallel ∥ nparallel ∦
            shortparallel ∥ smile ⌣ frown ⌢ bowtie ⋈ Join ⋈ between ≬ pitchfork ⋔ therefore ∴ because ∵ vartriangle △ trianglelefteq ⊴
            trianglerighteq ⊵ vartriangleleft ⊲ vartriangleright ⊳ triangleq ≜ bumpeq ≏ Bumpeq ≎ circeq ≗ eqcirc ≖ risingdotseq ≓
            fallingdotseq ≒ leqq ≦ geqq ≧ leqslant ⩽ geqslant ⩾ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷ lesseqgtr ⋚
            gtreqless ⋛ eqslantless ⪕ eqslantgtr ⪖ backsim ∽ backsimeq ⋍ thicksim ∼ thickapprox ≈ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ lneq ⪇ gneq ⪈
            lneqq ≨ gneqq ≩ nsim ≁ ncong ≇ nprec ⊀ nsucc ⊁ coloneqq ≔ coloneq ≔ eqqcolon ≕ colonequals ≔ vcentcolon : colon :
            to → gets ← rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ longrightarrow ⟶ longleftarrow ⟵
            longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ implies ⟹ impliedby ⟸ iff ⟺ mapsto ↦ longmapsto ⟼
            uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖ hookrightarrow ↪
            hookleftarrow ↩ rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightharpoons ⇋
            rightsquigarrow ⇝ leadsto ⇝ leftrightsquigarrow ↭ twoheadrightarrow ↠ twoheadleftarrow ↞ rightarrowtail ↣ leftarrowtail ↢
            rightrightarrows ⇉ leftleftarrows ⇇ upuparrows ⇈ downdownarrows ⇊ rightleftarrows ⇄ leftrightarrows ⇆ curvearrowright ↷
            curvearrowleft ↶ circlearrowright ↻ circlearrowleft ↺ looparrowright ↬ looparrowleft ↫ upharpoonright ↾ upharpoonleft ↿
            restriction ↾ downharpoonright ⇂ downharpoonleft ⇃ dashrightarrow ⇢ dashleftarrow ⇠ nrightarrow ↛ nleftarrow ↚ nRightarrow ⇏
            nLeftarrow ⇍ nleftrightarrow ↮ nLeftrightarrow ⇎ multimap ⊸ Lsh ↰ Rsh ↱ Rrightarrow ⇛ Lleftarrow ⇚ ratio ∶
            """),
        (AtomKind.Opening, """
            { { lbrace { lbrack [ lparen ( langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lgroup ⟮ lmoustache ⎰ ulcorner ⌜ llcorner ⌞ llbracket ⟦
            """),
        (AtomKind.Closing, """
            } } rbrace } rbrack ] rparen ) rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rgroup ⟯ rmoustache ⎱ urcorner ⌝ lrcorner ⌟ rrbracket ⟧
            """));

    // Those of ASCII, and what a keyboard of another kind has: a symbol written as itself.
    private static readonly FrozenDictionary<string, TexSymbol> Characters = new (AtomKind Kind, string Of)[]
    {
        (AtomKind.Binary, "+ + - − * ∗"),
        (AtomKind.Relation, "= = < < > > : :"),
        (AtomKind.Opening, "( ( [ ["),
        (AtomKind.Closing, ") ) ] ] ! ! ? ?"),
        (AtomKind.Punctuation, ", , ; ;"),
        (AtomKind.Ordinary, "/ / | | . . @ @ \" \" ` ‘ ’ ′ ° °"),
        (AtomKind.Binary, "· ⋅ − − • ∙"),
        (AtomKind.Relation, "： : ≒ ≒"),
    }.SelectMany(part => Pairs(part.Of, part.Kind))
        .Concat(All.Values.Where(symbol => !char.IsAscii(symbol.Text[0])).Select(symbol => KeyValuePair.Create(symbol.Text, symbol)))
        .DistinctBy(pair => pair.Key, StringComparer.Ordinal)
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Integrals = FrozenSet.Create(StringComparer.Ordinal, "∫", "∬", "∭", "⨌", "∮", "∯", "∰");

    /// <summary>What a command with its backslash stands for.</summary>
    public static bool TryFind(string command, out TexSymbol symbol) => All.TryGetValue(command[1..], out symbol);

    /// <summary>What a character that is no letter or digit of ASCII stands for.</summary>
    public static bool TryFindCharacter(string character, out TexSymbol symbol) => Characters.TryGetValue(character, out symbol);

    /// <summary>Whether the limits of a large operator stand beside it even where it stands alone.</summary>
    public static bool IsIntegral(string text) => Integrals.Contains(text);

    private static FrozenDictionary<string, TexSymbol> Read(params ReadOnlySpan<(AtomKind Kind, string Of)> parts)
    {
        var symbols = new Dictionary<string, TexSymbol>(StringComparer.Ordinal);
        foreach (var (kind, names) in parts)
        {
            foreach (var (name, symbol) in Pairs(names, kind))
                symbols[name] = symbol;
        }

        return symbols.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<string, TexSymbol>> Pairs(string names, AtomKind kind) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
            .Select(pair => KeyValuePair.Create(pair[0], new TexSymbol(pair[1], kind)));
}
