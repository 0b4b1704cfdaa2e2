using Press.Testing;

namespace Press.Tests.Cost;

public static partial class CostPatterns
{
    /// <summary>Liquid in the posts of a Jekyll site.</summary>
    private static void AddLiquid()
    {
        AddOfJekyll("outputs", size => Repeat("{{ page.title }} ", size));
        AddOfJekyll("outputs all other", size => Number(size, number => $"{{{{ a{Letters(number)} }}}} "));
        AddOfJekyll("outputs begun", size => Repeat("{{ ", size));
        AddOfJekyll("outputs of one brace", size => Repeat("{{ a } ", size));
        AddOfJekyll("outputs that are lax", size => Number(size, number => $"{{{{ $a{Letters(number)} b }}}} "));
        AddOfJekyll("outputs of brackets", size => $"{{{{ {Repeat("[", size)} }}}}");
        AddOfJekyll("outputs of words", size => $"{{{{ {Repeat("a ", size)} }}}}");
        AddOfJekyll("filters", size => $"{{{{ page.title {Repeat("| upcase ", size)} }}}}");
        AddOfJekyll("filters unknown", size => Repeat("{{ page.title | nothing }} ", size));
        AddOfJekyll("filters unknown, each another", size => Number(size, number => $"{{{{ a | {Letters(number)} }}}} "));
        AddOfJekyll("tags begun", size => Repeat("{% if ", size));
        AddOfJekyll("tags unknown", size => Repeat("{% nothing %} ", size));
        AddOfJekyll("tags without a name", size => Repeat("{% %} ", size));
        AddOfJekyll("tags never closed", size => Repeat("{% if a %} ", size));
        AddOfJekyll("tags closed alone", size => Repeat("{% endif %} ", size));
        AddOfJekyll("tags in each other", size => Repeat("{% if page %}", size / 2) + Repeat("{% endif %}", size / 2));
        AddOfJekyll("conditions", size => Repeat("{% if page.title == 'x' %}a{% else %}b{% endif %} ", size));
        AddOfJekyll("conditions that are lax", size => $"{{% if {Repeat("a && b ", size)} %}}c{{% endif %}}");
        AddOfJekyll("conditions with many parts", size => "{% if a %}" + Repeat("{% elsif b %}", size) + "{% endif %}");
        AddOfJekyll("raw", size => Repeat("{% raw %}{{ a }}{% endraw %} ", size));
        AddOfJekyll("raw never closed", size => Repeat("{% raw %} ", size));
        AddOfJekyll("raw with words of its end", size => Repeat("{% raw %} endraw ", size));
        AddOfJekyll("comments of Liquid", size => Repeat("{% comment %}a{% endcomment %} ", size));
        AddOfJekyll("comments of Liquid never closed", size => Repeat("{% comment %} ", size));
        AddOfJekyll("comments of Liquid in each other", size => Repeat("{% comment %}", size / 2) + Repeat("{% endcomment %}", size / 2));
        AddOfJekyll("highlighting", size => Repeat("{% highlight ruby %}\na\n{% endhighlight %}\n\n", size));
        AddOfJekyll("highlighting in a line", size => Repeat("a {% highlight ruby %}b{% endhighlight %} ", size));
        AddOfJekyll("links to posts", size => Repeat("[a]({% post_url 2025-01-01-a %}) ", size));
        AddOfJekyll("includes that are missing", size => Repeat("{% include a.html b=c %} ", size));
        AddOfJekyll("gists", size => Repeat("{% gist a/b %} ", size));
        AddOfJekyll("loops", size => Repeat("{% for i in (1..3) %}{{ i }}{% endfor %} ", size));
        AddOfJekyll("assignments", size => Repeat("{% assign a = page.title | append: 'b' %}", size));
        AddOfJekyll("a text that grows", size => "{% assign a = 'a' %}" + Repeat("{% assign a = a | append: a %}", size) + "{{ a }}");
        AddOfJekyll("markdownify", size => Repeat("{{ '*a*' | markdownify }} ", size));
        AddOfJekyll("where_exp", size => Repeat("{{ page.tags | where_exp: 'a', 'a == \"b\"' | size }} ", size));
        AddLayouts();
    }

    /// <summary>Layouts of a Jekyll site, and sites whose every page shows other posts.</summary>
    private static void AddLayouts()
    {
        AddLayout("of outputs", size => Repeat("{{ page.title | escape }} ", size));
        AddLayout("of outputs that are lax", size => Number(size, number => $"{{{{ $a{Letters(number)} b }}}} "));
        AddLayout("of unknown tags", size => Repeat("{% nothing %} ", size));
        AddLayout("of conditions", size => Repeat("{%- if page.title -%}<h1>{{ page.title }}</h1>{%- else -%}b{%- endif -%}\n", size));
        AddLayout("of conditions in each other", size => Repeat("{% if page %}", size / 2) + Repeat("{% endif %}", size / 2));
        AddLayout("of loops", size => Repeat("{%- for tag in page.tags limit:3 -%}{{ tag }}{%- endfor -%}\n", size));
        AddLayout("of includes", size => Repeat("{%- include a.html b=page.title -%} ", size));
        AddLayout("of heads", size => Repeat("{%- seo -%}{%- feed_meta -%}", size / 16));
        AddSite("includes", _ => "{{ content }}", size => Enumerable.Range(0, size / 64).Select(number =>
            SiteText.Source($"_includes/{Letters(number)}.html", $"{{% include {Letters(number + 1)}.html %}}")));
        AddSite("data", _ => "{{ site.data.d[0].a }}", size => [SiteText.Source("_data/d.yml", Repeat("- a: b\n", size))]);
        AddSite("tables", _ => "{{ site.data.d[0].a }}", size => [SiteText.Source("_data/d.csv", "a,b\n" + Repeat("c,\"d\"\n", size))]);
        AddSite("posts that count posts", _ => "{{ site.posts.size }}", Posts);
        AddSite("posts that list the newest posts", _ => "{% for post in site.related_posts limit:3 %}{{ post.title }}{% endfor %}", Posts);
        AddSite("posts that list five posts", _ => "{% for post in site.posts limit:5 %}{{ post.title }}{% endfor %}", Posts);
    }

    private static IEnumerable<Source> Posts(int size) =>
        Enumerable.Range(0, size / 128).Select(number => Post(Small, $"_posts/2025-01-01-{Letters(number)}.md"));

    private static void AddLayout(string name, Func<int, string> layout) =>
        AddSite("a layout " + name, layout, _ => [SiteText.Source("_includes/a.html", "{{ include.b }}")]);

    private static void AddSite(string name, Func<int, string> layout, Func<int, IEnumerable<Source>> files) =>
        Patterns.Add(JekyllPrefix + name, size => [Post(Small), SiteText.Source("_layouts/post.html", layout(size)), .. files(size)]);
}
