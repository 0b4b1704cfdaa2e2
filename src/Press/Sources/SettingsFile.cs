namespace Press;

/// <summary>Finds out why a site has no settings.</summary>
internal static class SettingsFile
{
    private static readonly string[] Endings = [".yml", ".yaml", ".toml", ".json", ".txt"];

    /// <summary>What to say of a site without <c>_config.yml</c>; null of one that has it, or has no post.</summary>
    /// <param name="names">All files of the site's folder, whether Press reads them or not.</param>
    public static Diagnostic? FaultOf(IReadOnlyCollection<string> names)
    {
        if (names.Contains(SourceName.SettingsFile) || !names.Any(name => SourceName.KindOf(name) == SourceKind.Post))
            return null;
        return names.Where(IsMeant).Min(StringComparer.Ordinal) is { } meant
            ? Fault(
                meant,
                $"the settings are read from '{SourceName.SettingsFile}', so this file is passed over. "
                    + $"Rename it to {SourceName.SettingsFile}.")
            : Fault(
                SourceName.SettingsFile,
                $"there is no '{SourceName.SettingsFile}', so title, language and URL are the defaults. "
                    + "Write one: 'title: My blog'.");
    }

    private static Diagnostic Fault(string file, string message) => new(DiagnosticRules.NoSettings, file, TextPosition.Start, message);

    /// <summary><c>config.yml</c>, <c>_config.yaml</c>, <c>_Config.yml</c>, <c>_config.yml.txt</c></summary>
    private static bool IsMeant(string name)
    {
        var stem = name;
        while (Endings.FirstOrDefault(ending => stem.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending)
            stem = stem[..^ending.Length];
        return stem.Length < name.Length && stem.TrimStart('_').Equals("config", StringComparison.OrdinalIgnoreCase);
    }
}
