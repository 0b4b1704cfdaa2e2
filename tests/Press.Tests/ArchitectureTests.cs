using System.Xml.Linq;
using Press.Testing;

namespace Press.Tests;

/// <summary>Which project may know which: read from the project files, which name what their code does not use yet.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayReference = new(StringComparer.Ordinal)
    {
        // Skia decodes and encodes in memory alone: pictures are as pure as Markdown.
        ["Press"] =
        [
            "Fluid.Core", "HtmlSanitizer", "Markdig", "SkiaSharp", "SkiaSharp.NativeAssets.Linux.NoDependencies",
            "System.IO.Hashing", "System.ServiceModel.Syndication", "YamlDotNet",
        ],
        ["Press.Storage"] = ["Press", "Azure.Identity", "Azure.Storage.Blobs"],
        ["Press.Http"] = ["Press", "Microsoft.AspNetCore.App"],
        ["Press.Cli"] = ["Press", "Press.Http", "Press.Storage", "Microsoft.AspNetCore.App", "Spectre.Console", "System.CommandLine"],
        ["Functions"] =
        [
            "Press", "Press.Http", "Press.Storage", "Microsoft.AspNetCore.App", "Microsoft.Azure.Functions.Worker",
            "Microsoft.Azure.Functions.Worker.Sdk", "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
            "Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs",
            "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues", "Microsoft.Azure.Functions.Worker.Extensions.Timer",
            "Microsoft.Azure.Functions.Worker.OpenTelemetry", "Azure.Monitor.OpenTelemetry.Exporter",
        ],
    };

    private static readonly string[] SourceFolders = ["src", "tests"];

    // A reader takes a line in at once, and sees two versions of a file beside each other.
    private const int LongestLine = 140;

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
    public void No_line_of_a_source_has_more_than_140_characters()
    {
        var found =
            from source in Sources()
            from line in File.ReadLines(Path.Combine(Repository.Root, source)).Index()
            let length = line.Item.EnumerateRunes().Count()
            where length > LongestLine
            select $"{source}({line.Index + 1}): {length} characters";
        var tooLong = found.ToList();

        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    [Fact]
    public void The_engine_knows_neither_Azure_nor_ASP_NET() => Assert.DoesNotContain(
        typeof(Publisher).Assembly.GetReferencedAssemblies(),
        assembly => assembly.Name!.StartsWith("Azure", StringComparison.Ordinal)
            || assembly.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    /// <summary>The C# files under src and tests, but not what the compiler and package managers put there.</summary>
    private static IEnumerable<string> Sources() => SourceFolders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
        .Select(path => Path.GetRelativePath(Repository.Root, path))
        .Where(name => !name.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin" or "node_modules"))
        .Order(StringComparer.Ordinal);
}
