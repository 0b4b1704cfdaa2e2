using System.Collections.Immutable;

namespace Press.Tests;

/// <summary>Templates that run away or are made to end the process: each ends in a fault with its line.</summary>
public sealed class LiquidTemplateTests
{
    // All that a rendering makes, most of which is garbage at once; what it keeps is a part of it.
    private const long MaxAllocated = 600L * 1024 * 1024;

    private const string LongText = "{% assign s = 'a' %}{% for i in (1..20) %}{% assign s = s | append: s %}{% endfor %}";

    private const string LongList =
        "{% assign a = 'a' | split: '' %}{% for i in (1..15) %}{% assign a = a | concat: a %}{% endfor %}{% for i in (1..9999) %}";

    private static readonly ImmutableDictionary<string, LiquidTemplate> NoIncludes = ImmutableDictionary<string, LiquidTemplate>.Empty;

    [Theory]
    [InlineData("{{ 'now' | date: '%999999999d' }}")]
    [InlineData("{{ 1 | format_number: 'D999999999' }}")]
    [InlineData("{{ '{0,999999999}' | format_string: 1 }}")]
    [InlineData("{% for i in (1..2000000000) %}{% endfor %}")]
    [InlineData("{% assign n = 2000000000 %}{% for i in (1..n) %}{% endfor %}")]
    [InlineData("{{ (1..2000000000) | size }}")]
    [InlineData("{% for a in (1..1000) %}{% for b in (1..1000) %}{% for c in (1..1000) %}{% endfor %}{% endfor %}{% endfor %}")]
    [InlineData("{% for a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endfor %}")]
    [InlineData("{% tablerow a in (1..100000) %}{% for b in (1..100000) %}x{% endfor %}{% endtablerow %}")]
    [InlineData("{% assign s = 'aaaaaaaaaa' %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s.size }}")]
    [InlineData("{% assign s = 'a' %}{% for i in (1..40) %}{% capture s %}{{ s }}{{ s }}{% endcapture %}{% endfor %}")]
    [InlineData("{% assign a = 'x,y' | split: ',' %}{% for i in (1..40) %}{% assign a = a | concat: a %}{% endfor %}")]
    [InlineData(LongText + "{{ s | replace: 'a', s | size }}")]
    [InlineData(LongText + "{% assign b = s | append: 'b' %}{% for i in (1..9999) %}{% if b contains s %}{% endif %}{% endfor %}")]
    [InlineData(LongText + "{% assign t = s | append: '' %}{% for i in (1..99999) %}{% if s == t %}{% endif %}{% endfor %}")]
    [InlineData(LongText + "{% for i in (1..99999) %}{{ s }}{% endfor %}")]
    [InlineData(LongText + "{% for i in (1..99999) %}{% capture t %}{{ s }}{% endcapture %}{% endfor %}")]
    [InlineData(LongText + "{% for i in (1..99) %}{{ s | split: '' | size }}{% endfor %}")]
    [InlineData(LongList + "{% assign s = a | join: 'xxxxxxxxxxxxxxxx' %}{% endfor %}")]
    [InlineData(LongList + "{{ a | sort | json | size }}{% endfor %}")]
    public void A_template_that_runs_away_is_stopped(string text)
    {
        var template = LiquidTemplate.Parse("_layouts/a.html", firstLine: 4, "one\n" + text, out _);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Render(template!, NoIncludes, SiteVariables.OfNothing, out var fault));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MaxAllocated);
        Assert.True(fault!.IsRunaway, fault.Message);
        Assert.Equal(new LiquidPlace("_layouts/a.html", 5), fault.Place);
    }

    [Theory]
    [InlineData("{{ ", "(", 20_000)]
    [InlineData("{{ a", "[a", 20_000)]
    [InlineData("", "{% if true %}", 10_000)]
    [InlineData("", "{% for i in a %}", 10_000)]
    [InlineData("", "{% capture a %}", 10_000)]
    [InlineData("", "{% unless a %}", 10_000)]
    [InlineData("", "{% case a %}{% when 1 %}", 10_000)]
    [InlineData("", "{% tablerow a in b %}", 10_000)]
    [InlineData("{{ 'a'", " | upcase", 20_000, " }}")]
    [InlineData("{% if a", " and a", 20_000, " %}{% endif %}")]
    [InlineData("{% if a", " or a", 20_000, " %}{% endif %}")]
    public void A_template_that_is_nested_too_deep_is_not_parsed(string start, string piece, int count, string end = "")
    {
        var text = "one\n" + start + string.Concat(Enumerable.Repeat(piece, count)) + end;
        Assert.Null(LiquidTemplate.Parse("_layouts/a.html", firstLine: 4, text, out var fault));
        Assert.Equal(new LiquidPlace("_layouts/a.html", 5), fault!.Place);
        Assert.Contains("deeper than", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Includes_in_one_another_are_stopped_and_the_fault_is_theirs()
    {
        var (opening, closing) = (Enumerable.Repeat("{% if true %}", 25), Enumerable.Repeat("{% endif %}", 25));
        var nested = string.Concat(opening) + "{% include 'b' %}" + string.Concat(closing);
        foreach (var text in new[] { "{% include 'b' %}", nested, "{% for i in (1..9) %}{% include 'b' %}{% endfor %}" })
        {
            var include = LiquidTemplate.Parse("_includes/b.html", firstLine: 1, "\n" + text, out _)!;
            var template = LiquidTemplate.Parse("_layouts/a.html", firstLine: 1, "{% include 'b' %}", out _)!;
            Assert.Null(Render(template, NoIncludes.Add("b.html", include), SiteVariables.OfNothing, out var fault));
            Assert.True(fault!.IsRunaway, fault.Message);
            Assert.Equal(new LiquidPlace("_includes/b.html", 2), fault.Place);
        }
    }

    [Theory]
    [InlineData("{{ 'A b' | upcase | replace: 'B', 'c' }}{{ (1..3) | join: '-' }}", "A c1-2-3")]
    [InlineData("{% for i in (1..5) %}{% if i == 2 %}{% continue %}{% elsif i == 4 %}{% break %}{% endif %}{{ i }}{% endfor %}", "13")]
    [InlineData("{% case 2 %}{% when 1 %}a{% when 2, 3 %}b{% else %}c{% endcase %}{% unless false %}u{% endunless %}", "bu")]
    [InlineData("{% capture z %}<b>{{ '<' }}{% endcapture %}{{ z }}{% raw %}{{ x }}{% endraw %}", "<b>&lt;{{ x }}")]
    [InlineData("{% assign a = 'b,a' | split: ',' | sort %}{{ a | join: '' }}{% if a contains 'a' %}!{% endif %}{{ a[0] }}", "ab!a")]
    [InlineData("{% for p in page.posts offset: 1 %}{{ p.title }}{{ forloop.last }}{% endfor %}{{ page.posts.size }}", "twotrue2")]
    [InlineData("{{ page.posts | map: 'title' | join: ',' }}{{ page.title }}{{ page.none.at.all }}", "one,twoT")]
    [InlineData("{{ '😀b' | slice: 0, 1 | jsonify }}{{ '서울<\"' | jsonify }}", "\"\\uFFFD\"\"서울\\u003c\\\"\"")]
    [InlineData("{{ 'now' | date: '%Y-%m' }} {{ '10:00' | date: '%Y' }} {{ '2020-05-06' | date: '%d.%m.%y' }}", "1970-01 10:00 06.05.20")]
    public void Bounds_change_nothing_else(string text, string printed)
    {
        var page = new Dictionary<string, object?>
        {
            ["title"] = "T",
            ["posts"] = new List<Dictionary<string, object?>> { new() { ["title"] = "one" }, new() { ["title"] = "two" } },
        };
        var variables = SiteVariables.OfNothing.SetItem("page", LiquidValues.From(page));
        var template = LiquidTemplate.Parse("a.html", firstLine: 1, text, out var fault);
        Assert.Null(fault);
        Assert.Equal(printed, Render(template!, NoIncludes, variables, out fault));
        Assert.Null(fault);
    }

    private static string? Render(
        LiquidTemplate template,
        ImmutableDictionary<string, LiquidTemplate> includes,
        ImmutableDictionary<string, object?> variables,
        out LiquidFault? fault) =>
        template.Render(LiquidTemplate.OptionsWith(includes), variables, DateTimeOffset.UnixEpoch, contentLength: 0, out fault);
}
