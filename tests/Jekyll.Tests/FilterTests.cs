using System.Collections.Immutable;
using System.Text.Json;

namespace Press.Jekyll;

/// <summary>Filters and lax Liquid over generated values: what Jekyll prints, Press prints.</summary>
public sealed class FilterTests
{
    private const string Data = """
        {"posts":[{"title":"B","year":"2024","tags":["x","y"],"n":3,"date":"2024-03-01 10:20:30 +0900","on":true,"deep":{"a":"1"}},
        {"title":"a","year":"2025","tags":["y"],"n":10,"date":"2025-11-12 01:02:03 +0000","deep":{"a":"2"}},
        {"title":"가","year":"2024","tags":[],"n":2.5,"date":"2023-01-21"}],
        "text":"Hello, <b>\"World\"</b> & 'you' -- it's 한글 test","words":["one","two","three"],"none":[],"nothing":null,
        "number":7,"path":"/some path/é.html?q=a b#c","map":{"k":"v","l":[1,2]},"date":"2024-02-29 23:59:58 +0900"}
        """;

    // Lists where text is wanted are left out: Ruby prints them as it would for a programmer. So are markup for quotes, and '<' in
    // JSON, which Press escapes.
    private static readonly string[] Texts =
    [
        "text", "path", "nothing", "number", "'  a  b  '", "'The _config.yml file!'", "'Ünïcödé ß'", "'한글 제목, 둘'", "''",
        "'https://a.b/c d'",
        "'/a/index.html'", "'a.b~c@d'", "'12abc'", "true", "'日本語 と English words'",
    ];

    private static readonly string[] OnTexts =
    [
        "slugify", "slugify: 'pretty'", "slugify: 'ascii'", "slugify: 'raw'", "slugify: 'latin'", "slugify: 'none'", "xml_escape",
        "cgi_escape", "uri_escape",
        "relative_url", "absolute_url", "strip_index", "normalize_whitespace", "number_of_words", "number_of_words: 'cjk'",
        "number_of_words: 'auto'",
        "to_integer", "escape", "escape_once", "url_encode", "upcase", "size", "strip", "truncate: 8", "truncatewords: 2",
        "replace: 'a', 'b'", "remove: 'l'", "split: ' ' | join: '-'", "append: 'x'", "default: 'd'", "newline_to_br", "strip_html",
        "capitalize", "first", "last",
    ];

    private static readonly string[] Dates = ["date", "'2024-03-24'", "'2024-12-01 08:05:06'", "'2025-01-01T00:00:00Z'",
        "'2024-07-04 10:20:30 -0500'", "nothing"];

    private static readonly string[] OnDates =
    [
        "date_to_xmlschema", "date_to_rfc822", "date_to_string", "date_to_long_string", "date_to_string: 'ordinal'",
        "date_to_long_string: 'ordinal', 'US'",
        "date: '%Y-%m-%d %H:%M:%S'", "date: '%-d %b %y, %e %B %A %a %j %p %I %l %k %P'", "date: '%F %T %R %D %c %x %X %U %W %V %u %w %%'",
        "date: '%^a %^B %5Y %-m/%-d %L %s'", "date: '%B %-d, %Y'", "date: '%q'",
    ];

    private static readonly string[] OnLists =
    [
        "where: 'year', '2024' | map: 'title' | join: ','", "where: 'year', 2024 | size", "where: 'tags', 'y' | map: 'title' | join: ','",
        "where: 'n', 3 | size", "where: 'nope', nil | size", "where: 'on', true | size", "where: 'deep.a', '2' | map: 'title' | join: ','",
        "where_exp: 'p', 'p.n > 2.7' | map: 'title' | join: ','",
        "where_exp: 'p', \"p.tags contains 'x' or p.n == 10\" | map: 'title' | join: ','",
        "find: 'title', 'a' | jsonify", "find_exp: 'p', 'p.n > 5' | jsonify", "find: 'title', 'zz' | jsonify",
        "group_by: 'year' | jsonify", "group_by_exp: 'p', 'p.tags.size' | map: 'size' | join: ','",
        "group_by_exp: 'p', \"p.date | date: '%Y'\" | map: 'name' | join: ','",
        "sort: 'title' | map: 'title' | join: ','", "sort: 'n' | map: 'n' | join: ','", "sort: 'on', 'last' | map: 'title' | first",
        "sort: 'deep' | size",
        "map: 'title' | array_to_sentence_string", "map: 'title' | array_to_sentence_string: 'or'", "map: 'n' | jsonify",
        "map: 'title' | push: 'z' | join: ','",
        "map: 'title' | unshift: 'z' | join: ','", "map: 'title' | pop | join: ','", "map: 'title' | pop: 2 | join: ','",
        "map: 'title' | shift | join: ','",
        "reverse | map: 'title' | join: ','", "jsonify", "size", "map: 'tags' | jsonify", "first | map: 'title'",
        "map: 'year' | uniq | join: ','", "compact | size",
    ];

    private static readonly string[] Lax =
    [
        "{{ number text }}", "{{ $number }}", "{{ .number }}", "{{ number | plus 1 }}", "{{ number | plus: 1, }}", "{{ words[1] }}",
        "{{ words.first }}", "{{ map['k'] }}",
        "{{}}", "{{ }}", "{{ 1 + 2 }}", "{{ 'a' ~ 'b' }}", "{{ number ? 'a' : 'b' }}", "{{ f() }}", "{{ a.b.c | upcase }}",
        "{{ \"x\" | append: 'y' 'z' }}", "{{ number || 'x' }}",
        "{% if number = 7 %}a{% else %}b{% endif %}", "{% if number == 7 && true %}a{% endif %}",
        "{% if number >= 7 and nothing == nil %}a{% endif %}",
        "{% for w in words limit:2 offset:1 %}{{ w }}{{ forloop.index }};{% endfor %}", "{% for w in words reversed %}{{ w }}{% endfor %}",
        "{% for w in none %}x{% else %}none{% endfor %}", "{% for i in (1..number) %}{{ i }}{% endfor %}",
        "{% for p in map %}{{ p[0] }}={{ p[1] }};{% endfor %}",
        "{% assign x = number | times: 2 %}{{ x }}", "{% case number %}{% when 1, 7 %}a{% when 2 or 3 %}b{% else %}c{% endcase %}",
        "{% capture x %}{{ number }}!{% endcapture %}{{ x }}",
        "{% unless number == 8 %}a{% endunless %}", "{% cycle 'a', 'b' %}{% cycle 'a', 'b' %}", "{% increment i %}{% increment i %}",
        "{{ number | divided_by: 2 }}",
        "{{ 3.0 }} {{ number | times: 1.5 }} {{ '3.50' | plus: 0 }}", "{% raw %}{{ a }}{% endraw %}{% comment %}{{ b }}{% endcomment %}",
        "a {%- if true -%} b {%- endif -%} c", "{{ words }}",
        "{{ words | first }}{{ words | last }}{{ words | size }}{{ words | jsonify }}", "{{ 'x' | nothing: 1 }}",
        "{{ 'it is \"so\"' | smartify }}", "{{ none.size }}{{ text.size }}", "{% if words contains 'two' %}a{% endif %}",
        "{% if none == empty %}a{% endif %}{% if text == blank %}b{% endif %}",
        "{% tablerow w in words cols:2 %}{{ w }}{% endtablerow %}",
        "{% for w in words %}{% if w == 'two' %}{% continue %}{% endif %}{{ w }}{% endfor %}",
    ];

    [Fact]
    public void Templates_print_what_Jekyll_prints()
    {
        Assert.SkipWhen(Kramdown.Missing is not null, Kramdown.Missing ?? "");
        string[] templates =
        [
            .. Texts.SelectMany(text => OnTexts.Select(filter => $"{{{{ {text} | {filter} }}}}")),
            .. Dates.SelectMany(date => OnDates.Select(filter => $"{{{{ {date} | {filter} }}}}")),
            .. OnLists.Select(filter => $"{{{{ posts | {filter} }}}}"),
            .. OnLists.Take(10).Select(filter => $"{{{{ none | {filter} }}}}"),
            .. Lax,
        ];
        var (_, output, errors) = Kramdown.Run(
            "filters.rb",
            [Data.ReplaceLineEndings("")],
            string.Concat(templates.Select(template => JsonSerializer.Serialize(template) + "\n")));
        var expected = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<string?>(line))
            .ToList();
        Assert.True(expected.Count == templates.Length, errors);

        // What Jekyll fails over is said to the author, and is nothing to compare with.
        var compared = templates.Zip(expected).Where(pair => pair.Second is not null).ToList();
        var others = compared.Select(pair => (pair.First, Expected: pair.Second!, Actual: Render(pair.First)))
            .Where(pair => pair.Expected != pair.Actual).ToList();
        Assert.True(compared.Count > templates.Length / 2, $"Jekyll renders {compared.Count} of {templates.Length}.");
        Assert.True(
            others.Count == 0,
            $"{others.Count} of {compared.Count} differ:\n"
                + string.Join('\n', others.Select(other => $"{other.First}\n  Jekyll: {other.Expected}\n  Press:  {other.Actual}")));
    }

    private static string Render(string text)
    {
        var template = LiquidTemplate.ParseLax("a.md", firstLine: 1, text, out _)!;
        var options = LiquidTemplate.OptionsWith(ImmutableDictionary<string, LiquidTemplate>.Empty,
            TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul"));
        var data = SiteData.Of([new Source("_data/data.json", System.Text.Encoding.UTF8.GetBytes(Data), "", DateTimeOffset.UnixEpoch)], []);
        var variables = ((Dictionary<string, object?>)data["data"]!)
            .Select(value => KeyValuePair.Create(value.Key, (object?)LiquidValues.From(value.Value)))
            .Append(KeyValuePair.Create("site",
                (object?)LiquidValues.From(new Dictionary<string, object?> { ["url"] = "https://example.com", ["baseurl"] = "/blog" })));
        var budget = new LiquidBudget(LiquidLimits.MaxOutput) { IsLikeRuby = true };
        using var writer = new LiquidWriter(budget);
        var fault = template.Render(options, variables, DateTimeOffset.UnixEpoch, budget, writer, Fluid.NullEncoder.Default);
        return fault is null ? writer.ToString() : $"!{fault.Message}";
    }
}
