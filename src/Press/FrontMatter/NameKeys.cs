using System.Collections.Immutable;
using System.Text;

namespace Press;

/// <summary>Reads the keys whose values are names: tags and categories.</summary>
internal sealed class NameKeys(KeyReader keys, FrontMatterRules rules, DiagnosticBag diagnostics)
{
    // A file has 255 for its name, and there are an extension and perhaps a number behind it.
    private const int MaxSlugBytes = 200;

    private static readonly char[] Commas = [',', '，', '、'];

    /// <summary>
    /// Tags or categories: the singular key is one name and goes before the plural one, which is a list, or names parted
    /// by blanks. Jekyll parts <c>a, b</c> into <c>a,</c> and <c>b</c>; here a comma parts, since nobody wants the other.
    /// </summary>
    /// <seealso href="https://jekyllrb.com/docs/front-matter/#predefined-variables-for-posts"/>
    public ImmutableArray<string> Read(string singular, string plural)
    {
        var one = keys.Texts(singular);
        var many = keys.Find(plural) is YamlScalar words ? Split(words) : keys.Texts(plural);
        if (rules.LikeJekyll && plural is "categories")
            (one, many) = (null, FolderNames().AddRange(many ?? []).AddRange(one ?? []));
        if (one is not null && many is { IsEmpty: false } passedOver)
            diagnostics.Add(
                DiagnosticRules.PassedOver,
                passedOver[0].Position,
                $"'{plural}' is passed over, since '{singular}' is written too. Put all names into '{plural}', and delete '{singular}'.");

        var names = ImmutableArray.CreateBuilder<string>();
        var spellings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var scalar in keys.First(one ?? many ?? [], Limits.Names, plural))
        {
            var name = WithoutHash(scalar.Text.Trim().ToNormalForm());
            var slug = NameSlug.Of(name);
            if (slug is "")
                diagnostics.Add(
                    DiagnosticRules.BadTag,
                    scalar.Position,
                    $"'{name}' has no letter or digit and is left out of '{plural}'. Write a word.");
            else if (Encoding.UTF8.GetByteCount(slug) > MaxSlugBytes)
                diagnostics.Add(
                    DiagnosticRules.BadTag,
                    scalar.Position,
                    $"a name of {name.Length} letters is left out of '{plural}', "
                        + "since its page cannot be named so. Write a word.");
            else if (spellings.TryAdd(slug, name))
                names.Add(name);
            else if (NameKey.Of(spellings[slug]) != NameKey.Of(name))
                diagnostics.Add(
                    DiagnosticRules.SharedSlug,
                    scalar.Position,
                    $"'{name}' and '{spellings[slug]}' have one page, {slug}.html, and so are one name. Delete one, or "
                        + "write another word.");
        }

        return names.ToImmutable();
    }

    /// <summary>
    /// The categories of the URL on a Jekyll site: Jekyll adds the folders above <c>_posts</c> to both keys, and takes words apart at
    /// blanks alone.
    /// </summary>
    public ImmutableArray<string> UrlCategories()
    {
        if (!rules.LikeJekyll)
            return [];
        var one = keys.Find("category") is YamlScalar { IsNull: true } ? [] : keys.Texts("category") ?? [];
        var many = keys.Find("categories") is YamlScalar words ? SplitAtBlanks(words) : keys.Texts("categories") ?? [];
        return
        [
            .. FolderNames().Concat(many).Concat(one)
                .Select(name => name.Text.ToNormalForm())
                .Distinct(StringComparer.Ordinal)
                .Take(Limits.Names),
        ];
    }

    private ImmutableArray<YamlScalar> FolderNames() =>
        [.. rules.Folders.Select(folder => new YamlScalar(folder, IsPlain: false, TextPosition.Start))];

    private static ImmutableArray<YamlScalar> SplitAtBlanks(YamlScalar words) =>
        [.. words.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => words with { Text = word })];

    /// <summary>The hash of a hashtag is no part of the name.</summary>
    private static string WithoutHash(string name) =>
        name.TrimStart('#') is { Length: > 0 } word && char.IsLetterOrDigit(word[0]) ? word : name;

    /// <summary>Parts names at commas, also at those of Chinese and Japanese keyboards, else at blanks.</summary>
    private static ImmutableArray<YamlScalar> Split(YamlScalar words)
    {
        char[] separators = words.Text.AsSpan().ContainsAny(Commas) ? Commas : [' ', '\t', '\n'];
        var names = words.Text.Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. names.Select(word => words with { Text = word })];
    }
}
