using System.Globalization;
using System.Text;
using Press.Testing;

namespace Press.Benchmarks;

/// <summary>
/// Makes posts like the real one, of its own sentences: figures, bold runs, and code and tables besides. Post i is the same in every run.
/// </summary>
internal sealed class PostGenerator
{
    private const string Code = "```csharp\npublic sealed record Post(string Title, DateOnly Date)\n{\n    // The newest first.\n"
        + "    public int CompareTo(Post other) => other.Date.CompareTo(Date);\n}\n```\n\n";
    private const string Table = "| model | tokens | ms |\n|:--|--:|--:|\n| small | 1,024 | 12 |\n| large | 8,192 | 96 |\n\n";

    private static readonly string[] Tags = ["AI", "LLM", "NVIDIA", "Azure", "Writing", "Seoul", "Conference", "Tools", "Web", "Travel"];

    private readonly string[] _sentences;

    public PostGenerator()
    {
        var body = File.ReadAllText(Repository.RealPost).Split("<!--more-->")[1];
        _sentences =
        [
            .. body.Split('\n').Where(line => line.Length > 40 && line[0] is not ('<' or ' ' or '#' or '*'))
                .SelectMany(line => line.Split(". "))
                .Where(sentence => sentence.Length > 20),
        ];
    }

    /// <summary>The text of post i.</summary>
    public string Post(int i)
    {
        var random = new Random(i);
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"---\nlayout: post\ntitle: \"글 {i}: {Sentence(random)[..15].Replace('"', '\'')}\"\n"
                + $"categories: [articles]\ntags: [{string.Join(", ", random.GetItems(Tags, 3).Distinct())}]\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"featured_image: /images/{i}.jpg\nfeatured: {(random.Next(10) == 0 ? "true" : "false")}\n"
                + $"lang: {(i % 2 == 0 ? "ko" : "en")}\npage_id: post-{i / 2}\n---\n\n{Paragraph(random)}<!--more-->\n\n");
        for (var section = 0; section < 6; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {Sentence(random)[..10]}\n\n{Paragraph(random)}{Paragraph(random)}");
            text.Append(random.Next(6) switch
            {
                0 => Code,
                1 => Table,
                2 or 3 =>
                    "<figure style=\"text-align: center; margin: 2rem 0;\">\n"
                        + $"  <img src=\"/images/{i}-{section}.png\" alt=\"그림\" "
                        + "style=\"max-height: 350px; width: auto; border-radius: 8px;\" />\n"
                        + "  <figcaption style=\"margin-top: 0.5rem; font-style: italic; color: #666;\">"
                        + $"{Sentence(random)}</figcaption>\n</figure>\n\n",
                _ => "",
            });
        }

        return text.ToString();
    }

    private string Paragraph(Random random) => $"**{Sentence(random)}.**  \n{string.Join(". ", random.GetItems(_sentences, 4))}.\n\n";

    private string Sentence(Random random) => _sentences[random.Next(_sentences.Length)].Replace("*", "", StringComparison.Ordinal);
}
