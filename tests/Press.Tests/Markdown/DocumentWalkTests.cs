using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Press.Testing;

namespace Press.Tests.Markdown;

public sealed class DocumentWalkTests
{
    [Fact]
    public void It_finds_what_Markdig_s_own_walk_finds()
    {
        foreach (var text in Texts())
        {
            var document = Markdig.Markdown.Parse(text, PostPipeline.Jekyll);
            Assert.Equal(document.Descendants(), document.Parts());
            Assert.Equal(document.Descendants<HeadingBlock>(), document.Blocks<HeadingBlock>());
            Assert.Equal(document.Descendants<LinkInline>(), document.Spans<LinkInline>());
            foreach (var leaf in document.Blocks<LeafBlock>().Where(block => block.Inline is not null))
                Assert.Equal(leaf.Inline!.Descendants<Inline>(), leaf.Parts());
        }
    }

    [Fact]
    public void A_span_without_anything_in_it_ends_the_walk_in_it()
    {
        var document = Markdig.Markdown.Parse("**a** *b*\n");
        var strong = document.Spans<EmphasisInline>()[0];
        Assert.IsType<LiteralInline>(Assert.Single(strong.Parts()));
        Assert.Empty(strong.Parts()[0].Parts());
    }

    private static IEnumerable<string> Texts() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "samples"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md"))
            .Select(File.ReadAllText)
            .Append("""
                > - **a *b `c`* [d](e)** | f
                >
                >   | g | h |
                >   |---|---|
                >   | *i* | ~~j~~ |

                k[^1]

                [^1]: *l*

                m
                : n *o*
                """);
}
