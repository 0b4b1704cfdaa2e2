namespace Press.Tests;

public sealed class PartedMapTests
{
    [Fact]
    public void Whatever_order_changes_come_in_the_parts_are_those_of_a_map_that_is_made_at_once()
    {
        var random = new Random(1);
        var (map, expected) = (PartedMap<string>.Empty, new SortedDictionary<string, string>(StringComparer.Ordinal));
        for (var round = 0; round < 300; round++)
        {
            var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
            for (var number = random.Next(20); number > 0; number--)
                changes[$"{random.Next(400)}"] = random.Next(3) == 0 ? null : $"{random.Next(100)}";
            foreach (var (key, value) in changes)
            {
                if (value is null)
                    expected.Remove(key);
                else
                    expected[key] = value;
            }

            map = map.With(changes);
            Assert.Equal(expected, map.Entries);
            var atOnce = PartedMap<string>.Empty.With(
                expected.Select(entry => KeyValuePair.Create<string, string?>(entry.Key, entry.Value)));
            Assert.Equal(atOnce.Parts.Select(part => part.LastKey), map.Parts.Select(part => part.LastKey));
            Assert.All(Enumerable.Range(0, 400), number => Assert.Equal(expected.GetValueOrDefault($"{number}"), map.Find($"{number}")));
        }
    }

    [Fact]
    public void A_change_makes_the_part_that_it_touches_anew_and_no_other()
    {
        var map = PartedMap<string>.Empty.With(
            Enumerable.Range(0, 10_000).Select(number => KeyValuePair.Create<string, string?>($"{number:00000}", "x")));
        Assert.InRange(map.Parts.Length, 200, 450);
        var changed = map.With([new("05000", "y")]);
        Assert.Equal(map.Parts.Length, changed.Parts.Length);
        Assert.Single(changed.Parts, part => !map.Parts.Contains(part));
        Assert.Same(map, map.With([]));
    }
}
