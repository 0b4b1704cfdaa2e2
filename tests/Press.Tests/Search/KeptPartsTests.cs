using System.Collections.Immutable;
using Press.Testing;

namespace Press.Tests.Search;

public sealed class KeptPartsTests
{
    private static readonly string[] Words =
        ["최전선", "최전", "선", "cache", "Caching", "C++", "C#", "데이터센터", "데이터", "pneumonoultramicroscopicsilico", "é", "東京", "a"];

    /// <summary>Posts are edited, added and taken away; each time the file is the one that a part made anew would have.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_part_that_was_kept_is_written_as_one_that_is_made_anew(int seed)
    {
        var random = new Random(seed);
        var parts = new KeptParts();
        var posts = Enumerable.Range(0, 40).Select(number => PostOf(number, random)).ToList();
        for (var edit = 0; edit < 200; edit++)
        {
            switch (random.Next(6))
            {
                case 0 when posts.Count < SearchPart.MaxPosts:
                    posts.Add(PostOf(1000 + edit, random));
                    break;
                case 1 when posts.Count > 30:
                    posts.RemoveAt(random.Next(posts.Count));
                    break;
                case 2:
                    for (var many = 0; many < 10; many++)
                        posts[random.Next(posts.Count)] = PostOf(2000 + (edit * 10) + many, random);
                    break;
                default:
                    var place = random.Next(posts.Count);
                    posts[place] = PostOf(place, random);
                    break;
            }

            Assert.Equal(SearchPart.Of(posts).Write(), parts.Write("search-ko-1.txt", [.. posts]));
        }
    }

    [Fact]
    public void Parts_do_not_mix()
    {
        var random = new Random(4);
        var parts = new KeptParts();
        for (var round = 0; round < 3; round++)
        {
            for (var part = 0; part < 4; part++)
            {
                ImmutableArray<IndexedPost> posts = [.. Enumerable.Range(part * 20, 20).Select(number => PostOf(number, random))];
                Assert.Equal(SearchPart.Of(posts).Write(), parts.Write($"search-ko-{part}.txt", posts));
            }
        }
    }

    private static IndexedPost PostOf(int number, Random random) => new(
        Some.Post($"{number}") with { Title = TextOf(random, 3), Tags = [TextOf(random, 1)] },
        PostWords.Of($"<h2>{TextOf(random, 2)}</h2><p>{TextOf(random, 12)}</p>"));

    private static string TextOf(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => $"{random.GetItems(Words, 1)[0]}{random.Next(3)}"));
}
