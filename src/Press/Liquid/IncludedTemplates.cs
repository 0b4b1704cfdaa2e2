using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Fluid;

namespace Press;

// The only way to include what is parsed already. A later Fluid may name it otherwise; then this file does not compile, and is changed.
#pragma warning disable FLUID001

/// <summary>Hands Fluid the includes that are parsed and bounded already; it parses none itself.</summary>
internal sealed class IncludedTemplates(ImmutableDictionary<string, IFluidTemplate> templates) : ITemplateCache
{
    public bool TryGetTemplate(string subpath, DateTimeOffset lastModified, [MaybeNullWhen(false)] out IFluidTemplate template) =>
        templates.TryGetValue(subpath, out template);

    public void SetTemplate(string subpath, DateTimeOffset lastModified, IFluidTemplate template)
    {
        // All that there are were handed over; nothing else is parsed.
    }
}
