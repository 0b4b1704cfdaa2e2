using System.Text.RegularExpressions;
using Press.Testing;

namespace Press.Tests.Html;

/// <summary>Nothing of an author's leaves its place: measures, classes, links of Press's own.</summary>
public sealed partial class AuthorPlaceTests
{
    [Theory]
    [InlineData("text-align: center; margin: 2rem 0;")]
    [InlineData("max-height: 400px; width: auto; border-radius: 8px;")]
    [InlineData("margin-top:-15px;margin-left:-2em;text-indent:-1em")]
    [InlineData("font-size: 120%; line-height: 1.8; width: 100%; opacity: .5; color: #666666; order: -1; flex: 1 1 14rem")]
    [InlineData("width: calc(100% - 2rem); grid-template-columns: repeat(2, 1fr)")]
    public void A_style_within_bounds_stays_to_the_letter(string style)
    {
        Assert.Equal(style, AuthorStyle.Bounded(style, out var taken));
        Assert.Empty(taken);
    }

    [Theory]
    [InlineData("margin:-2000px;padding:2000px;opacity:0", "padding:2000px; opacity:0")]
    [InlineData("margin-top:-60vh;width:200vw;height:200vh;color:red", "color:red")]
    [InlineData("margin: 0 0 0 -10%", "")]
    [InlineData("margin-left:calc(-1px * 2000)", "")]
    [InlineData("margin-left:var(--x)", "")]
    [InlineData("MARGIN-TOP:-3EM;width:6000px;height:1e9px;width:99in", "")]
    [InlineData("text-indent:-9999px;letter-spacing:-3em;line-height:500", "")]
    [InlineData("width:101cqw;padding:200%;font-size:2000%", "")]
    public void A_style_out_of_bounds_is_taken_out(string style, string bounded) =>
        Assert.Equal(bounded, AuthorStyle.Bounded(style, out _));

    [Theory]
    [InlineData("<a class=\"skip b\" href=\"https://x.example/\">x</a>")]
    [InlineData("[x](https://x.example/){: .skip .b}")]
    public void A_class_that_places_is_taken_out_and_told_of(string markdown)
    {
        var site = SiteText.Publish($"-- 2025-01-01-a.md --\n{markdown}\n");
        Assert.Contains("class=\"b\"", site.Posts["/a.html"].Html, StringComparison.Ordinal);
        Assert.Single(site.Diagnostics, found => found.Rule.Code == "MD004");
    }

    /// <summary>Who writes a rule that takes elements out of the text has to say which class it goes by.</summary>
    [Fact]
    public void Every_class_by_which_the_theme_places_elements_is_reserved()
    {
        var css = Comment().Replace(SiteText.Publish("").File("assets/press.css"), "");
        var placing = Rule().Matches(css[..css.IndexOf("@media print", StringComparison.Ordinal)])
            .Where(rule => Placing().IsMatch(rule.Groups["body"].Value))
            .ToList();
        Assert.NotEmpty(placing);
        Assert.All(placing, rule => Assert.All(rule.Groups["selectors"].Value.Split(','), selector =>
            Assert.True(
                OutsideOfBodies().IsMatch(selector)
                    || Class().Matches(selector).Any(name => ReservedClasses.Has(name.Groups["name"].Value)),
                selector)));
    }

    [Theory]
    [InlineData("<a href=\"press-source:7\">x</a>")]
    [InlineData("<a href=\"PRESS-SOURCE:7\">x</a>")]
    [InlineData("<a href=\"press-source:12345678\">x</a>")]
    [InlineData("<a href=\"press-source:x\">x</a>")]
    [InlineData("<a href=\"press&#9;-source:1\">x</a>")]
    [InlineData("<img src=\"press-source:1\"><video poster=\"press-source:1\"></video><q cite=\"press-source:1\">x</q>")]
    [InlineData("<img srcset=\"press-source:1 1x\">")]
    [InlineData("[x](press-source:0) ![x](press-source:0)")]
    [InlineData("[x](Press-Source:0)")]
    [InlineData("<press-source:5>")]
    [InlineData("<PRESS-source:5>")]
    public void The_scheme_that_Press_had_for_links_of_its_own_never_comes_out(string markdown)
    {
        var site = SiteText.Publish($"-- _config.yml --\nurl: https://b.example\n-- 2025-01-01-a.md --\n---\ntitle: A\n---\n{markdown}\n");
        Assert.DoesNotMatch(Unresolved(), site.File("a.html"));
        Assert.DoesNotMatch(Unresolved(), site.File("index.html"));
    }

    [GeneratedRegex("(?:href|src|srcset|poster|cite)=\"\\s*press[^\"]{0,3}-source:", RegexOptions.IgnoreCase)]
    private static partial Regex Unresolved();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<selectors>[^{}]+)\{(?<body>[^{}]*)\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"position:|z-index:|visibility:|inset:")]
    private static partial Regex Placing();

    [GeneratedRegex(@"\.(?<name>[a-z-]+)")]
    private static partial Regex Class();

    // What an author writes lies deeper.
    [GeneratedRegex(@"^\s*(body > header\.site|(body:has\(> )?main > \.post( > \.toc|\)|\s*$))")]
    private static partial Regex OutsideOfBodies();
}
