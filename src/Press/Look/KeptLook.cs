using System.Collections.Immutable;

namespace Press;

/// <summary>Remembers the last version of each layout and include that could be used, for as long as a publisher lives.</summary>
internal sealed class KeptLook
{
    private ImmutableDictionary<string, KeptLayout> _kept = ImmutableDictionary.Create<string, KeptLayout>(StringComparer.Ordinal);

    /// <summary>The files with which the site is made: a layout that cannot be used is replaced by its last version that could.</summary>
    /// <param name="files">The files of the site's look as they are now.</param>
    /// <returns>The files, and what is wrong with those that were replaced.</returns>
    public (ImmutableArray<Source> Files, ImmutableArray<Diagnostic> Faults) Take(IEnumerable<Source> files)
    {
        var kept = ImmutableDictionary.CreateBuilder<string, KeptLayout>(StringComparer.Ordinal);
        var taken = ImmutableArray.CreateBuilder<Source>();
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var all = files.ToList();
        // By the settings it is known how layouts are read.
        var settings = all.Find(file => file.Name == SiteSettings.FileName);
        foreach (var file in all)
        {
            if (!IsLayout(file.Name))
            {
                taken.Add(file);
                continue;
            }

            var layout = Judge(file, settings, _kept.GetValueOrDefault(file.Name));
            kept[file.Name] = layout;
            // One that never could be used speaks for itself when the site is made.
            taken.Add(layout.Good ?? file);
            if (layout.Good is not null)
                faults.AddRange(layout.Faults);
        }

        _kept = kept.ToImmutable();
        return (taken.ToImmutable(), faults.ToImmutable());
    }

    private static KeptLayout Judge(Source file, Source? settings, KeptLayout? before)
    {
        if (before is not null && before.Now.ETag == file.ETag && before.SettingsETag == settings?.ETag)
            return before;
        var site = Site.Of(settings is null ? [file] : [settings, file]);
        var faults = site.Diagnostics.Where(diagnostic => diagnostic.IsError && diagnostic.File == file.Name).ToImmutableArray();
        return new KeptLayout(file, settings?.ETag, faults.IsEmpty ? file : before?.Good, faults);
    }

    private static bool IsLayout(string name) =>
        name.StartsWith(SourceName.LayoutsFolder, StringComparison.Ordinal)
        || name.StartsWith(SourceName.IncludesFolder, StringComparison.Ordinal);

    /// <summary>A layout or an include.</summary>
    /// <param name="Now">As it is.</param>
    /// <param name="SettingsETag">The settings with which it was judged.</param>
    /// <param name="Good">As it was when it could be used; null if it never could.</param>
    /// <param name="Faults">What is wrong with it as it is.</param>
    private sealed record KeptLayout(Source Now, string? SettingsETag, Source? Good, ImmutableArray<Diagnostic> Faults);
}
