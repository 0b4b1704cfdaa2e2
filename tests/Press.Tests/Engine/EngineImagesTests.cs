using System.Text;
using Microsoft.Extensions.Time.Testing;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>Pictures on their way through the containers.</summary>
public sealed class EngineImagesTests
{
    private readonly FakeTimeProvider _clock = new(SiteText.Now);
    private readonly MemoryStore _posts = new();
    private readonly MemoryStore _site = new();
    private readonly MemoryStore _public = new();
    private readonly MemoryStore _press = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PublishingEngine Engine => new(new SiteStores(_posts, _site, _public, _press), _clock);

    private IEnumerable<string> Published => _public.Names.Where(name => name.StartsWith("images/", StringComparison.Ordinal));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_knows_its_picture_whichever_was_uploaded_first(bool pictureFirst)
    {
        if (pictureFirst)
            await PublishAsync("images/a.png", Pictures.Png(500, 20));
        await PublishAsync("a.md", "![a](/images/a.png)"u8.ToArray());
        if (!pictureFirst)
            await PublishAsync("images/a.png", Pictures.Png(500, 20));

        Assert.Equal(["images/a.png", "images/a.png.480.webp", "images/a.png.500.webp"], Published);
        const string Dressed = "width=\"500\" height=\"20\" srcset=\"/images/a.png.480.webp 480w, /images/a.png.500.webp 500w\"";
        Assert.Contains(Dressed, _public.Text("a.html"), StringComparison.Ordinal);
        Assert.Contains(Dressed, (await ReceiptAsync("a.md")).Html, StringComparison.Ordinal);
        Assert.Equal(
            (ReceiptState.Published, "images/a.png"),
            ((await ReceiptAsync("images/a.png")).State, (await ReceiptAsync("images/a.png")).File));
        Assert.Empty((await ReceiptAsync("images/a.png")).Diagnostics);
    }

    [Fact]
    public async Task A_picture_is_read_once()
    {
        await PublishAsync("images/a.png", Pictures.Png(500, 20));
        var counted = new CountingStore(_posts);
        var engine = new PublishingEngine(new SiteStores(counted, _site, _public, _press), _clock);
        await PutAsync(_posts, "a.md", "![a](/images/a.png)"u8.ToArray());
        await PutAsync(_site, "_config.yml", "title: A name"u8.ToArray());
        await engine.SweepAsync(Cancellation);
        Assert.Contains("width=\"500\"", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.Equal(1, counted.Reads);
    }

    [Fact]
    public async Task What_somebody_else_does_to_a_version_is_made_good()
    {
        await PublishAsync("images/a.png", Pictures.Png(500, 20));
        var before = _public.Items["images/a.png.480.webp"].Bytes.ToArray();
        await PutAsync(_public, "images/a.png.480.webp", "defaced"u8.ToArray());
        await PutAsync(_public, "images/a.png.960.webp", "added"u8.ToArray());
        await _public.DeleteAsync("images/a.png.500.webp", null, Cancellation);

        await Engine.SweepAsync(Cancellation);
        Assert.Equal(["images/a.png", "images/a.png.480.webp", "images/a.png.500.webp"], Published);
        Assert.Equal(before, _public.Items["images/a.png.480.webp"].Bytes.ToArray());
    }

    [Fact]
    public async Task Another_picture_of_the_same_name_has_other_versions_and_a_deleted_one_none()
    {
        await PublishAsync("a.md", "![a](/images/a.png)"u8.ToArray());
        await PublishAsync("images/a.png", Pictures.Png(500, 20, seed: 1));
        var before = _public.Items["images/a.png.480.webp"].Bytes.ToArray();

        await PublishAsync("images/a.png", Pictures.Png(490, 30, seed: 2));
        Assert.Equal(["images/a.png", "images/a.png.480.webp", "images/a.png.490.webp"], Published);
        Assert.NotEqual(before, _public.Items["images/a.png.480.webp"].Bytes.ToArray());
        Assert.Contains("width=\"490\" height=\"30\"", _public.Text("a.html"), StringComparison.Ordinal);

        await _posts.DeleteAsync("images/a.png", null, Cancellation);
        await Engine.PublishAsync("images/a.png", Cancellation);
        Assert.Empty(Published);
        Assert.DoesNotContain("srcset", _public.Text("a.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_takes_the_versions_away_and_gives_them_back()
    {
        await PublishAsync("a.md", "![a](/images/a.png)"u8.ToArray());
        await PublishAsync("images/a.png", Pictures.Png(500, 20));
        var before = _public.Text("a.html");

        await ApplyAsync("responsive_images: false");
        Assert.Equal(["images/a.png"], Published);
        Assert.Contains("width=\"500\" height=\"20\"", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.DoesNotContain("srcset", _public.Text("a.html"), StringComparison.Ordinal);

        await ApplyAsync("responsive_images: true");
        Assert.Equal(3, Published.Count());
        Assert.Equal(before, _public.Text("a.html"));
    }

    [Fact]
    public async Task A_file_of_an_author_goes_before_a_version_of_that_name()
    {
        await PublishAsync("images/a.png", Pictures.Png(500, 20));
        await PublishAsync("a.md", "![a](/images/a.png)"u8.ToArray());
        var own = Pictures.WebP(30, 20);
        await PublishAsync("images/a.png.480.webp", own);

        Assert.Equal(own, _public.Items["images/a.png.480.webp"].Bytes.ToArray());
        var pages = _public.Writes;
        await Engine.SweepAsync(Cancellation);
        Assert.Equal(pages, _public.Writes);
        // The parts of earlier states are gone now; what is left to write is the mark of the sweep.
        var writes = _press.Writes;
        await Engine.SweepAsync(Cancellation);
        Assert.Equal((pages, writes + 1), (_public.Writes, _press.Writes));
        Assert.Contains("srcset=\"/images/a.png.500.webp 500w\"", _public.Text("a.html"), StringComparison.Ordinal);

        await _posts.DeleteAsync("images/a.png.480.webp", null, Cancellation);
        await Engine.PublishAsync("images/a.png.480.webp", Cancellation);
        Assert.Contains("srcset=\"/images/a.png.480.webp 480w, ", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.NotEqual(own, _public.Items["images/a.png.480.webp"].Bytes.ToArray());
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_is_published_as_it_is_with_a_warning()
    {
        var cut = Pictures.Jpeg(600, 400)[..5_000];
        await PublishAsync("images/a.jpg", cut);
        var receipt = await ReceiptAsync("images/a.jpg");
        Assert.Equal((ReceiptState.Published, "/images/a.jpg"), (receipt.State, receipt.Url));
        Assert.Equal(
            "images/a.jpg(1,1): warning IM001: the picture cannot be read: it ends before its last pixel; "
                + "it is published as it is, without smaller versions. Save it again.",
            Assert.Single(receipt.Diagnostics).ToString("images/a.jpg"));
        Assert.Equal(["images/a.jpg"], Published);
        Assert.Equal(cut, _public.Items["images/a.jpg"].Bytes.ToArray());

        await PublishAsync("images/a.jpg", Pictures.Jpeg(600, 400));
        Assert.Empty((await ReceiptAsync("images/a.jpg")).Diagnostics);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_version_that_cannot_be_published_leaves_picture_and_versions_as_they_were(bool forgets)
    {
        await PublishAsync("a.md", "![a](/images/a.png)"u8.ToArray());
        await PublishAsync("images/a.png", Pictures.Png(500, 20));
        var page = _public.Text("a.html");
        await PublishAsync("images/a.png", new byte[Source.MaxBytes + 1]);
        if (forgets)
            await _press.DeleteAsync(EngineItems.Manifest, null, Cancellation);
        await _public.DeleteAsync("images/a.png.480.webp", null, Cancellation);
        await Engine.SweepAsync(Cancellation);

        Assert.Equal(["images/a.png", "images/a.png.480.webp", "images/a.png.500.webp"], Published);
        Assert.Equal(page, _public.Text("a.html"));
        var receipt = await ReceiptAsync("images/a.png");
        Assert.Equal((ReceiptState.Faulty, "SR005"), (receipt.State, Assert.Single(receipt.Diagnostics).Code));
    }

    [Fact]
    public async Task A_faulty_picture_of_which_no_good_version_is_left_is_none_of_the_site()
    {
        await PublishAsync("a.md", "![a](/images/a.png)"u8.ToArray());
        await PublishAsync("images/a.png", Pictures.Png(500, 20));
        await _public.DeleteAsync("images/a.png", null, Cancellation);
        await PublishAsync("images/a.png", []);
        await Engine.SweepAsync(Cancellation);

        var receipt = await ReceiptAsync("images/a.png");
        Assert.Equal((ReceiptState.Faulty, null, null), (receipt.State, receipt.Good, receipt.File));
        Assert.Empty(Published);
        Assert.DoesNotContain("srcset", _public.Text("a.html"), StringComparison.Ordinal);
        Assert.Equal(DiagnosticRules.DeadLink.Code, Assert.Single((await ReceiptAsync("a.md")).Diagnostics).Code);
    }

    [Fact]
    public async Task A_drawing_has_its_size_on_the_page()
    {
        await PublishAsync("a.svg", Pictures.Svg("viewBox='0 0 30 20'"));
        await PublishAsync("a.md", "![a](/a.svg)"u8.ToArray());
        Assert.Contains(
            "<img src=\"/a.svg\" decoding=\"async\" alt=\"a\" width=\"30\" height=\"20\" fetchpriority=\"high\" />",
            _public.Text("a.html"),
            StringComparison.Ordinal);
    }

    private async Task ApplyAsync(string settings)
    {
        await PutAsync(_site, "_config.yml", Encoding.UTF8.GetBytes(settings));
        await Engine.ApplySiteAsync("_config.yml", Cancellation);
    }

    private async Task PublishAsync(string name, byte[] content)
    {
        await PutAsync(_posts, name, content);
        await Engine.PublishAsync(name, Cancellation);
    }

    private static async Task PutAsync(MemoryStore store, string name, byte[] content) =>
        await store.WriteAsync(name, new StoreContent(content, "text/plain"), WriteCondition.Always, Cancellation);

    private async Task<Receipt> ReceiptAsync(string name) => (await ReceiptFolder.OfPosts(_press).FindAsync(name, Cancellation))!;
}
