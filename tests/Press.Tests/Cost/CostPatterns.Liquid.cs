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
    }
}
