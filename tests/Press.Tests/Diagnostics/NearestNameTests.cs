namespace Press.Tests.Diagnostics;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("tgas", "tags")]
    [InlineData("TAG", "tag")]
    [InlineData("pagesize", "pageSize")]
    [InlineData("autor", "author")]
    [InlineData("서울산책", "서울-산책")]
    [InlineData("zzzzzz", null)]
    public void The_name_that_was_meant_is_found(string written, string? nearest) =>
        Assert.Equal(nearest, NearestName.Of(written, ["tag", "tags", "author", "pageSize", "서울-산책"]));

    /// <summary>Names that are told apart by their letters alone are none that a full comparison would have taken.</summary>
    [Fact]
    public void It_is_the_one_that_comparing_every_name_in_full_finds()
    {
        var random = new Random(1);
        for (var i = 0; i < 3_000; i++)
        {
            var known = Enumerable.Range(0, 8).Select(_ => Name(random)).ToList();
            var written = random.Next(2) == 0 ? Name(random) : Edited(random, known[random.Next(known.Count)]);
            Assert.Equal(Plainly(written, known), NearestName.Of(written, known));
        }
    }

    private static string? Plainly(string written, List<string> known) => known
        .Select(name => (Name: name, Edits: Edits(written.ToLowerInvariant(), name.ToLowerInvariant())))
        .Where(name => Math.Max(name.Name.Length, written.Length) is var length
            && name.Edits <= Math.Min(length - 1, Math.Max(1, length / 3)))
        .OrderBy(name => name.Edits)
        .FirstOrDefault().Name;

    private static int Edits(string a, string b)
    {
        var edits = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    edits[i, j] = i + j;
                    continue;
                }

                var replaced = edits[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                edits[i, j] = Math.Min(replaced, Math.Min(edits[i - 1, j], edits[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    edits[i, j] = Math.Min(edits[i, j], edits[i - 2, j - 2] + 1);
            }
        }

        return edits[a.Length, b.Length];
    }

    private static string Name(Random random) => new(random.GetItems<char>("abcABC/.1", random.Next(1, 12)));

    private static string Edited(Random random, string name)
    {
        var letters = name.ToList();
        for (var count = random.Next(1, 3); count > 0; count--)
        {
            if (random.Next(2) == 0 && letters.Count > 1)
                letters.RemoveAt(random.Next(letters.Count));
            else
                letters.Insert(random.Next(letters.Count + 1), 'x');
        }

        return new string([.. letters]);
    }
}
