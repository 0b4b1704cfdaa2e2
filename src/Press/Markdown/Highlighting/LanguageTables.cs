namespace Press;

/// <summary>A language's lists, arranged for looking up by character and by word. Thread-safe.</summary>
internal sealed class LanguageTables
{
    private const int Ascii = 128;

    // Keywords that are values: what follows them divides, and is no regular expression.
    private static readonly HashSet<string> Values =
        new(["this", "self", "super", "true", "false", "null", "nil", "undefined", "None"], StringComparer.Ordinal);

    private readonly CodePart[][] _parts = new CodePart[Ascii][];
    private readonly bool[] _wordStart = new bool[Ascii];
    private readonly bool[] _wordPart = new bool[Ascii];
    private readonly Dictionary<string, CodeWord>.AlternateLookup<ReadOnlySpan<char>> _words;

    public LanguageTables(CodeLanguage language)
    {
        Language = language;
        for (var letter = '\0'; letter < Ascii; letter++)
        {
            var same = language.IgnoresCase ? char.ToLowerInvariant(letter) : letter;
            // The longest first: a comment may begin with what an operator begins with.
            _parts[letter] = [.. language.Parts
                .Where(part => part.Open[0] == letter || (language.IgnoresCase && char.ToLowerInvariant(part.Open[0]) == same))
                .OrderByDescending(part => part.Open.Length)];
            _wordStart[letter] = char.IsAsciiLetter(letter) || Has("_" + language.WordStart, letter);
            _wordPart[letter] = _wordStart[letter] || char.IsAsciiDigit(letter) || Has(language.WordPart, letter);
        }

        _words = WordsOf(language).GetAlternateLookup<ReadOnlySpan<char>>();
        HasCommands = language.AnyCommand || language.Commands is not "";
    }

    public CodeLanguage Language { get; }

    public bool HasCommands { get; }

    /// <summary>The parts that may begin with a character, the longest first.</summary>
    public ReadOnlySpan<CodePart> PartsAt(char letter) => letter < Ascii ? _parts[letter] : [];

    public bool IsWordStart(char letter) => letter < Ascii ? _wordStart[letter] : char.IsLetter(letter);

    public bool IsWordPart(char letter) => letter < Ascii ? _wordPart[letter] : char.IsLetterOrDigit(letter);

    /// <summary>What the language says of a word; nothing of most.</summary>
    public CodeWord Find(ReadOnlySpan<char> word) => _words.TryGetValue(word, out var found) ? found : default;

    private static Dictionary<string, CodeWord> WordsOf(CodeLanguage language)
    {
        var words = new Dictionary<string, CodeWord>(language.IgnoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        foreach (var word in Split(language.Names))
            words[word] = new CodeWord(CodeToken.Name);
        foreach (var word in Split(language.Types))
            words[word] = new CodeWord(CodeToken.Type);
        foreach (var word in Split(language.Keywords))
            words[word] = new CodeWord(CodeToken.Keyword) { IsValue = Values.Contains(word) };
        foreach (var word in Split(language.Commands))
            words[word] = words.GetValueOrDefault(word) with { IsCommand = true };
        foreach (var word in Split(language.NamesAfter))
            words[word] = words.GetValueOrDefault(word) with { Next = CodeToken.Name };
        foreach (var word in Split(language.TypesAfter))
            words[word] = words.GetValueOrDefault(word) with { Next = CodeToken.Type };
        return words;
    }

    private static bool Has(string letters, char letter) => letters.Contains(letter, StringComparison.Ordinal);

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
