using System.Text;

namespace Press.Storage.Tests;

/// <summary>What Event Grid puts into a queue, in all of its forms.</summary>
public sealed class ChangeMessageTests
{
    private const string Created = """
        {"eventType":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/posts/blobs/2025/글.md","data":{"url":"x"}}
        """;

    private const string Deleted = """
        {"specversion":"1.0","type":"Microsoft.Storage.BlobDeleted","subject":"/blobServices/default/containers/site/blobs/a.html"}
        """;

    private const string Tiered = """
        {"eventType":"Microsoft.Storage.BlobTierChanged","subject":"/blobServices/default/containers/posts/blobs/a"}
        """;

    public static TheoryData<string, string> Messages => new()
    {
        { Created, "posts/2025/글.md" },
        { Deleted, "site/a.html" },
        { $" \n{Created}\n", "posts/2025/글.md" },
        { $"\uFEFF{Created}", "posts/2025/글.md" },
        { $"[{Created},{Deleted}]", "posts/2025/글.md site/a.html" },
        { Tiered, "" },
        { $"[{Tiered},{Deleted}]", "site/a.html" },
        { Base64(Created), "posts/2025/글.md" },
        { Base64($"[{Created}, {Created}]"), "posts/2025/글.md posts/2025/글.md" },
        { Base64($"\uFEFF {Deleted}"), "site/a.html" },
        { Base64(Created).Insert(40, "\r\n"), "posts/2025/글.md" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_names_the_blobs_that_changed(string message, string blobs) =>
        Assert.Equal(blobs, string.Join(' ', ChangeMessage.Read(message)!.Value.Select(blob => $"{blob.Container}/{blob.Name}")));

    public static TheoryData<string> Unreadable => new()
    {
        "",
        " ",
        "text",
        "5",
        "\"text\"",
        "null",
        "{",
        "[",
        "[]",
        "{}",
        "[null]",
        "[5]",
        "[[]]",
        """{"eventType":5,"subject":"x"}""",
        """{"eventType":"Microsoft.Storage.BlobCreated"}""",
        """{"subject":"/blobServices/default/containers/posts/blobs/a"}""",
        """{"eventType":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/posts"}""",
        """{"eventType":"Microsoft.Storage.BlobCreated","subject":"\ud800"}""",
        $"{Created}{Created}",
        $"[{Created},{{}}]",
        Created[..^1],
        Base64("text"),
        Base64(Base64(Created)),
        Convert.ToBase64String([0xFF, 0xFE, (byte)'{']),
        new string('[', 100_000),
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void Anything_else_cannot_be_read(string message) => Assert.Null(ChangeMessage.Read(message));

    [Theory]
    [InlineData("a\r\nb\u2028c", "a b c")]
    [InlineData("", "")]
    public void A_log_line_stays_one_line(string message, string expected) => Assert.Equal(expected, ChangeMessage.Shorten(message));

    [Fact]
    public void A_long_message_is_cut_between_characters()
    {
        Assert.Equal(new string('a', 500), ChangeMessage.Shorten(new string('a', 500)));
        Assert.Equal(new string('a', 500) + "...", ChangeMessage.Shorten(new string('a', 501)));
        Assert.Equal(new string('a', 499) + "...", ChangeMessage.Shorten(new string('a', 499) + "😀"));
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
