namespace Infra.Tests;

/// <summary>A copy of the templates that a test may change. Disposing deletes it.</summary>
internal sealed class TemplateCopy : IDisposable
{
    private const string Rule = "\"use-recent-api-versions\": { \"level\": \"off\" }";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("press-infra-");

    public TemplateCopy()
    {
        foreach (var file in Bicep.Files.Append("bicepconfig.json"))
        {
            var copy = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(Bicep.Folder, file), copy);
        }
    }

    public string Folder => _folder.FullName;

    /// <summary>Sets the rule about the age of API versions, and the day that it takes for today (null for the real one).</summary>
    public void SetAgeRule(string level, string? today = null)
    {
        var path = Path.Combine(Folder, "bicepconfig.json");
        var config = File.ReadAllText(path);
        Assert.Contains(Rule, config, StringComparison.Ordinal);
        var setting = today is null ? "" : $", \"test-today\": \"{today}\"";
        var rule = $"\"use-recent-api-versions\": {{ \"level\": \"{level}\"{setting} }}";
        File.WriteAllText(path, config.Replace(Rule, rule, StringComparison.Ordinal));
    }

    /// <summary>What the compiler says of a template.</summary>
    public async Task<string> LintAsync(string file) => (await Bicep.RunAsync(["lint", Path.Combine(Folder, file)])).Errors;

    public void Dispose() => _folder.Delete(recursive: true);
}
