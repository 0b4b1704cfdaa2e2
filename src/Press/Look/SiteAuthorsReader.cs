using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Reads <c>_data/authors.yml</c>: a mapping of keys to authors, as the themes Minimal Mistakes and Chirpy have it. On a site that was made
/// for Jekyll the file may be something else, and then nothing is said of it.
/// </summary>
/// <seealso href="https://mmistakes.github.io/minimal-mistakes/docs/authors/"/>
internal sealed class SiteAuthorsReader(DiagnosticBag diagnostics)
{
    private const string Example = "Write 'ara: { name: Ara Lim, picture: /images/ara.jpg, url: https://ara.example }'.";

    private static readonly string[] PictureKeys = ["picture", "avatar", "image"];

    private static readonly string[] Files = ["_data/authors.yml", "_data/authors.yaml", "_data/authors.json"];

    /// <summary>The authors of a site.</summary>
    /// <param name="files">The site's files, in a defined order.</param>
    /// <param name="isJekyllSite">Whether it was made for Jekyll.</param>
    /// <param name="diagnostics">Takes what is wrong; what it is said of is left out.</param>
    public static SiteAuthors Read(IEnumerable<Source> files, bool isJekyllSite, List<Diagnostic> diagnostics)
    {
        if (files.FirstOrDefault(file => Files.Contains(file.Name, StringComparer.Ordinal)) is not { } file)
            return SiteAuthors.None;
        // What is wrong with the YAML is said of it as a file of data. JSON is YAML too.
        var silent = new DiagnosticBag(file.Name);
        if (SourceText.Read(file.Bytes.Span, silent) is not { } text || YamlComposer.ComposeData(text, silent) is not { } value)
            return SiteAuthors.None;
        var found = new DiagnosticBag(file.Name);
        var authors = new SiteAuthorsReader(found).Read(value);
        if (!isJekyllSite)
            diagnostics.AddRange(found.ToImmutable());
        return authors;
    }

    private SiteAuthors Read(YamlValue value)
    {
        if (value is not YamlMapping authors)
        {
            Warn(value.Position, $"the authors are {value.Describe()} and should be keys with what is known of each.");
            return SiteAuthors.None;
        }

        return new SiteAuthors(authors.Entries.Select(AuthorOf).OfType<KeyValuePair<string, SiteAuthor>>());
    }

    private KeyValuePair<string, SiteAuthor>? AuthorOf(YamlEntry entry)
    {
        if (entry.Value is not YamlMapping mapping)
        {
            Warn(entry.Value.Position, $"'{entry.Key}' is {entry.Value.Describe()} and should be what is known of an author.");
            return null;
        }

        var keys = new KeyReader(mapping, diagnostics, DiagnosticRules.BadAuthor);
        var links = new SocialLinks(diagnostics, DiagnosticRules.BadAuthor);
        return KeyValuePair.Create(entry.Key, new SiteAuthor(TextCut.At(keys.Text("name") ?? entry.Key, Limits.Title))
        {
            Picture = Picture(keys, links),
            Bio = keys.Text("bio") ?? keys.Text("description"),
            Links = links.Of(keys),
        });
    }

    private static string? Picture(KeyReader keys, SocialLinks links) => PictureKeys
        .Where(key => keys.Find(key) is YamlScalar)
        .Select(key => links.Address(keys, key))
        .FirstOrDefault(address => address is not null);

    private void Warn(TextPosition position, string message) =>
        diagnostics.Add(DiagnosticRules.BadAuthor, position, $"{message} {Example}");
}
