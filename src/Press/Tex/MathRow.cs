namespace Press;

/// <summary>Sets the parts of a row beside each other as TeX does, where browsers would do it otherwise.</summary>
internal static class MathRow
{
    private const string Thin = "0.1667em";

    /// <summary>The row as one element.</summary>
    public static string Of(IReadOnlyList<MathAtom> atoms)
    {
        var parts = new List<string>(atoms.Count);
        AtomKind? before = null;
        foreach (var atom in atoms)
        {
            if (atom.Xml is "")
                continue;
            if (IsSpaced(before, atom.Kind))
                parts.Add(MathXml.Space(Thin));
            var isSign = atom.Kind == AtomKind.Binary && IsSignAfter(before);
            parts.Add(isSign && atom.Xml.StartsWith("<mo", StringComparison.Ordinal)
                ? MathXml.With(atom.Xml, " form=\"prefix\" lspace=\"0\" rspace=\"0\"")
                : atom.Xml);
            if (atom.Kind != AtomKind.Space)
                before = isSign ? AtomKind.Ordinary : atom.Kind;
        }

        return MathXml.Row(parts);
    }

    /// <summary>A name of a function stands off from letters, but not from its parentheses.</summary>
    private static bool IsSpaced(AtomKind? before, AtomKind kind) =>
        (kind == AtomKind.Function && before is AtomKind.Ordinary or AtomKind.Closing)
        || (before == AtomKind.Function && kind is AtomKind.Ordinary or AtomKind.Operator or AtomKind.Function);

    /// <summary>Whether a plus or minus is a sign, since nothing that it could join stands before it.</summary>
    private static bool IsSignAfter(AtomKind? before) =>
        before is null or AtomKind.Binary or AtomKind.Relation or AtomKind.Opening or AtomKind.Punctuation or AtomKind.Operator
            or AtomKind.Function;
}
