using Markdig.Syntax;

namespace Press;

/// <summary>The attribute lists that a post defines by name: <c>{:name: .class}</c>.</summary>
internal sealed class AttributeDefinitions
{
    private readonly Dictionary<string, AttributeList> _lists = new(StringComparer.Ordinal);

    public AttributeDefinitions(MarkdownDocument document)
    {
        foreach (var list in document.Blocks<AttributeListBlock>())
        {
            if (list.Name is { } name)
                _lists[name] = _lists.TryGetValue(name, out var known) ? known.With(list.Attributes) : list.Attributes;
        }
    }

    /// <summary>A list with what its names stand for. A definition may name further ones; those are not followed.</summary>
    public AttributeList Resolve(AttributeList list)
    {
        var resolved = new AttributeList();
        foreach (var name in list.References)
        {
            if (_lists.TryGetValue(name, out var definition))
                resolved = resolved.With(definition);
        }

        return resolved.With(list);
    }
}
