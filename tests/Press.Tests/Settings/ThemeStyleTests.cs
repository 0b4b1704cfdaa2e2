using System.Text;
using Press.Testing;

namespace Press.Tests;

public sealed class ThemeStyleTests
{
    private const string Url = "url: https://b.example\n";

    [Fact]
    public void Without_a_look_the_theme_is_as_it_is()
    {
        var site = Read(Url);
        Assert.Equal(ThemeStyle.Default, site.Settings.Look);
        Assert.DoesNotContain("#0a5c8a", CssOf(site), StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_font_and_width_stand_behind_the_rules_of_the_theme()
    {
        var css = CssOf(Read(Url + """
            look:
              accent: { light: "#0a5c8a", dark: "#8cc8f0" }
              paper: "#fff"
              font: Georgia, "Noto Serif KR", serif
              width: 46rem
              ink: { dark: "#000" }
            """));
        Assert.EndsWith(
            """
            --paper:light-dark(#ffffff,#ffffff);--raised:light-dark(#f4f4f4,#f2f2f2);--accent:light-dark(#0a5c8a,#8cc8f0);}
            :root:root:root{--font:Georgia, "Noto Serif KR", serif}
            :root{--text:46rem}

            """.ReplaceLineEndings("\n"),
            css,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("look: { accent: \"#9a3412\" }", "CF050 in dark")]
    [InlineData("look: { accent: { light: \"#c0c0c0\" } }", "CF050 in light")]
    [InlineData("look: { paper: { light: \"#777777\" } }", "CF050 in light")]
    [InlineData("look: { ink: { dark: \"#333333\" } }", "CF050 in dark")]
    [InlineData("look: { accent: { light: \"#0a5c8a\", dark: \"#8cc8f0\" } }", null)]
    public void A_colour_that_makes_text_hard_to_read_is_a_warning(string look, string? expected)
    {
        var found = Read(Url + look + "\n").Diagnostics;
        if (expected is null)
        {
            Assert.Empty(found);
            return;
        }

        var warning = Assert.Single(found);
        Assert.Equal((expected.Split(' ')[0], false, 2), (warning.Rule.Code, warning.IsError, warning.Position.Line));
        Assert.Contains(expected[6..], warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("look: dark")]
    [InlineData("look: { accent: red }")]
    [InlineData("look: { accent: \"#12\" }")]
    [InlineData("look: { accent: [a] }")]
    [InlineData("look: { colour: \"#123456\" }")]
    [InlineData("look: { font: \"a;}body{display:none\" }")]
    [InlineData("look: { width: \"46rem;}x\" }")]
    [InlineData("look: { width: 20rem }")]
    public void What_is_no_colour_font_or_width_is_an_error_and_changes_nothing(string look)
    {
        var site = Read(Url + look + "\n");
        Assert.Equal("CF001", Assert.Single(site.Diagnostics).Rule.Code);
        Assert.Equal(ThemeStyle.Default, site.Settings.Look);
    }

    [Fact]
    public void The_colours_of_the_theme_are_those_of_its_style_sheet_and_can_be_read()
    {
        var css = CssOf(Read(Url));
        foreach (var (name, of) in new (string, Func<ThemeColors, ThemeColor>)[]
        {
            ("ink", colors => colors.Ink),
            ("paper", colors => colors.Paper),
            ("accent", colors => colors.Accent),
        })
            Assert.Contains(
                $"--{name}:light-dark({of(ThemeColors.Light)},{of(ThemeColors.Dark)})",
                css.Replace(" ", "", StringComparison.Ordinal),
                StringComparison.Ordinal);
        foreach (var colors in new[] { ThemeColors.Light, ThemeColors.Dark })
        {
            Assert.InRange(colors.Faint.ContrastWith(colors.Raised), 4.5, 21);
            Assert.InRange(colors.Accent.ContrastWith(colors.Raised), 4.5, 21);
        }

        Assert.Equal(21, new ThemeColor(0).ContrastWith(new ThemeColor(0xffffff)), 3);
    }

    [Fact]
    public void A_style_sheet_of_the_sites_own_stays_as_it_is()
    {
        var site = Site.Of(
        [
            SiteText.Source("_config.yml", Url + "look: { accent: { light: \"#0a5c8a\", dark: \"#8cc8f0\" } }\n"),
            SiteText.Source("assets/press.css", "p{}"),
        ]);
        Assert.Equal("p{}", CssOf(site));
    }

    [Fact]
    public void The_theme_colour_of_a_page_is_its_ground() => Assert.Contains(
        "<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#101418\">",
        SiteText.Publish("-- _config.yml --\nlook: { paper: { dark: \"#101418\" } }\n-- a.md --\nText\n").File("a.html"),
        StringComparison.Ordinal);

    [Fact]
    public void The_script_stays_under_12_KB() =>
        Assert.InRange(
            Read(Url).Assets.Where(asset => asset.Name.EndsWith(".js", StringComparison.Ordinal)).Sum(asset => asset.Bytes.Length),
            1,
            (12 * 1024) - 1);

    private static Site Read(string config) => Site.Of([SiteText.Source("_config.yml", config)]);

    private static string CssOf(Site site) =>
        Encoding.UTF8.GetString(site.Assets.Single(asset => asset.Name == "assets/press.css").Bytes.Span);
}
