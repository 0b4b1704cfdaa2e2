using System.Reflection;
using System.Text.Json;
using Press.Testing;

namespace Infra.Tests;

/// <summary>The real compiler of the templates.</summary>
internal static class Bicep
{
    private const string SomeId = "00000000-0000-0000-0000-000000000001";

    private static readonly string Program =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "BicepPath").Value!;

    public static string Folder { get; } = Path.Combine(Repository.Root, "infra");

    /// <summary>Templates and modules, by their paths in the folder.</summary>
    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.bicep*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".bicep" or ".bicepparam")
            .Select(path => Path.GetRelativePath(Folder, path))
            .Order(StringComparer.Ordinal);

    public static Task<ProgramRun> RunAsync(string[] arguments, IReadOnlyDictionary<string, string>? variables = null)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The compiler comes as a program for Linux.");
        return Run.OfAsync(Program, arguments, variables);
    }

    /// <summary>
    /// Every resource of a deployment with these variables of azd, with every expression resolved that can be before it is made.
    /// </summary>
    public static async Task<Deployment> PredictAsync(IReadOnlyDictionary<string, string> variables)
    {
        using var copy = new TemplateCopy();
        var run = await SnapshotAsync(copy.Folder, "overwrite", variables);
        Assert.True(run.Code == 0, run.Output + run.Errors);
        var snapshot = await File.ReadAllTextAsync(Path.Combine(copy.Folder, "main.snapshot.json"), TestContext.Current.CancellationToken);
        return new Deployment(JsonDocument.Parse(snapshot).RootElement);
    }

    /// <summary>A template as the JSON that Azure is sent.</summary>
    public static async Task<JsonElement> CompileAsync(string file)
    {
        var run = await RunAsync(["build", Path.Combine(Folder, file), "--stdout"]);
        Assert.Equal((0, ""), (run.Code, run.Errors));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    public static Task<ProgramRun> SnapshotAsync(string folder, string mode, IReadOnlyDictionary<string, string>? variables = null) =>
        RunAsync(
            [
                "snapshot", Path.Combine(folder, "main.bicepparam"), "--mode", mode, "--subscription-id", SomeId, "--tenant-id", SomeId,
                "--resource-group", "rg", "--location", "koreacentral", "--deployment-name", "main",
            ],
            variables);
}
