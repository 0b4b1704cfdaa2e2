using Press.Testing;

namespace Press.Jekyll;

/// <summary>Our own posts, as Press and as the kramdown of this machine render them.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("samples/blog")]
    [InlineData("tests/Jekyll.Tests/Cases")]
    public void A_folder_reads_as_it_does_with_Jekyll(string folder)
    {
        Assert.SkipWhen(Kramdown.Missing is not null, $"There is nothing to compare with: {Kramdown.Missing}");
        var output = new StringWriter();
        Assert.Equal(0, BlogReport.Print(Path.Combine(Repository.Root, folder), ["--list"], output));
        TestContext.Current.TestOutputHelper!.WriteLine(output.ToString());

        var comparisons = BlogReport.Compare(Path.Combine(Repository.Root, folder), [], out _);
        Assert.NotEmpty(comparisons);
        Assert.True(comparisons.Count(comparison => comparison.HasSameText) >= 0.98 * comparisons.Length, output.ToString());
        Assert.True(comparisons.Count(comparison => comparison.IsIdentical) >= 0.90 * comparisons.Length, output.ToString());
    }
}
