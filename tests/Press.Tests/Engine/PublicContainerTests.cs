using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>What a builder that has lost its lock without knowing cannot do.</summary>
public sealed class PublicContainerTests
{
    private readonly MemoryStore _public = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_next_builder_has_written_is_neither_deleted_nor_written_over()
    {
        await WriteAsync("a.html", "old");
        await WriteAsync("b.html", "old");
        await WriteAsync("c.html", "old");
        var late = await PublicContainer.OpenAsync(_public, Cancellation);
        await WriteAsync("a.html", "new");
        await WriteAsync("b.html", "new");

        Assert.Null(await late.PutAsync("b.html", new StoreContent("late"u8.ToArray(), "text/html"), Cancellation));
        await late.DeleteAsync(late.Names.Where(name => name is not "b.html"), new ParallelOptions { CancellationToken = Cancellation });
        Assert.True(late.WasDisturbed);
        Assert.Equal(["a.html", "b.html"], _public.Names);
        Assert.Equal(("new", "new"), (_public.Text("a.html"), _public.Text("b.html")));
    }

    private async Task WriteAsync(string name, string text) =>
        await _public.WriteAsync(
            name, new StoreContent(System.Text.Encoding.UTF8.GetBytes(text), "text/html"), WriteCondition.Always, Cancellation);
}
