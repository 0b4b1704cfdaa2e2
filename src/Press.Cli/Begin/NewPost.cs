using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Press.Cli.Begin;

/// <summary>A post that is about to be written.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Date">When it is made: its date, with the offset of the author's machine.</param>
internal sealed record NewPost(string Title, DateTimeOffset Date)
{
    /// <summary>Its language; null for that of the site.</summary>
    public string? Language { get; init; }

    public ImmutableArray<string> Tags { get; init; } = [];

    public bool IsDraft { get; init; }

    /// <summary>What its author replaces.</summary>
    public string Body { get; init; } = "";

    /// <summary>The name of its file, without a folder; null if the title has nothing to make a name of.</summary>
    public string? FileName => Slug.Of(Title) is { Length: > 0 } slug
        ? string.Create(CultureInfo.InvariantCulture, $"{Date:yyyy-MM-dd}-{slug}.md")
        : null;

    /// <summary>The whole file.</summary>
    public string ToMarkdown()
    {
        // The date has its offset: a day alone begins at midnight of the site's zone, which may be hours from now.
        var offset = Date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        var text = new StringBuilder("---\n")
            .Append(CultureInfo.InvariantCulture, $"title: {YamlText.Of(Title)}\n")
            .Append(CultureInfo.InvariantCulture, $"date: {Date:yyyy-MM-dd HH:mm:ss} {offset}\n");
        if (Language is not null)
            text.Append(CultureInfo.InvariantCulture, $"lang: {Language}\n");
        if (!Tags.IsEmpty)
            text.Append(CultureInfo.InvariantCulture, $"tags: [{string.Join(", ", Tags.Select(YamlText.Of))}]\n");
        if (IsDraft)
            text.Append("draft: true\n");
        return text.Append("---\n\n").Append(Body).ToString();
    }
}
