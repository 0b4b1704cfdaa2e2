using System.Xml.Linq;
using Press.Testing;

namespace Press.Tests;

/// <summary>Which project may know which: read from the project files, which name what their code does not use yet.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        // Skia decodes and encodes in memory alone: pictures are as pure as Markdown.
        ["Press"] = ["Fluid.Core", "HtmlSanitizer", "Markdig", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies", "System.IO.Hashing", "System.ServiceModel.Syndication", "YamlDotNet"],
        ["Press.Storage"] = ["Press", "Azure.Identity", "Azure.Storage.Blobs"],
        ["Press.Http"] = ["Press", "Microsoft.AspNetCore.App"],
        ["Press.Cli"] = ["Press", "Press.Http", "Press.Storage", "Microsoft.AspNetCore.App", "Spectre.Console", "System.CommandLine"],
        ["Functions"] =
        [
            "Press", "Press.Http", "Press.Storage", "Microsoft.AspNetCore.App", "Microsoft.Azure.Functions.Worker", "Microsoft.Azure.Functions.Worker.Sdk",
            "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore", "Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs",
            "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues", "Microsoft.Azure.Functions.Worker.Extensions.Timer",
            "Microsoft.Azure.Functions.Worker.OpenTelemetry",
            "Azure.Monitor.OpenTelemetry.Exporter",
        ],
    };

    public static TheoryData<string> Projects =>
        // The Functions SDK generates a project of its own below obj.
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src"))
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));
        var references = file.Descendants()
            .Where(item => item.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference")
            .Select(item => item.Attribute("Include")!.Value)
            .Select(include => include.EndsWith(".csproj", StringComparison.Ordinal) ? Path.GetFileNameWithoutExtension(include) : include);

        Assert.Empty(references.Except(MayReference[project]));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_is_short(string project) =>
        Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, "src", project, $"{project}.csproj")).Count(), 1, 25);

    [Fact]
    public void The_engine_knows_neither_Azure_nor_ASP_NET() => Assert.DoesNotContain(
        typeof(Publisher).Assembly.GetReferencedAssemblies(),
        assembly => assembly.Name!.StartsWith("Azure", StringComparison.Ordinal)
            || assembly.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
}
