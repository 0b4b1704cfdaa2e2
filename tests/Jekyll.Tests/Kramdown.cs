using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Press.Testing;

namespace Press.Jekyll;

/// <summary>Debian's kramdown with its GFM parser, set up as Jekyll has it.</summary>
internal static class Kramdown
{
    /// <summary>Why it cannot be asked on this machine; null where it can.</summary>
    public static string? Missing { get; } = FindMissing();

    /// <summary>The HTML of each text.</summary>
    /// <exception cref="InvalidOperationException">Ruby stopped; the message holds what it wrote.</exception>
    public static IReadOnlyList<string> Render(IReadOnlyList<string> texts)
    {
        var folder = Directory.CreateTempSubdirectory("press-kramdown").FullName;
        try
        {
            var paths = texts.Select((text, index) => Write(Path.Combine(folder, $"{index}.md"), text)).ToList();
            var list = Write(Path.Combine(folder, "list"), string.Concat(paths.Select(path => path + "\n")));
            var (_, output, errors) = Run("kramdown.rb", [], File.ReadAllText(list));
            var answers = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (answers.Length != texts.Count)
                throw new InvalidOperationException($"kramdown rendered {answers.Length} of {texts.Count} texts: {errors}");
            return [.. answers.Select(answer => JsonSerializer.Deserialize<string>(answer)!)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Write(string path, string text)
    {
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return path;
    }

    private static string? FindMissing()
    {
        var run = ProgramRun.TryAsync(StartOf("-e", "require 'kramdown-parser-gfm'"), CancellationToken.None).GetAwaiter().GetResult();
        return run switch
        {
            null => "there is no ruby: 'apt-get install ruby-kramdown-parser-gfm'.",
            { Errors: "" } => null,
            _ => "ruby has no kramdown-parser-gfm: 'apt-get install ruby-kramdown-parser-gfm'.",
        };
    }

    /// <summary>What a script beside this program prints.</summary>
    /// <param name="script">The script.</param>
    /// <param name="arguments">What it is called with.</param>
    /// <param name="input">What it reads.</param>
    internal static ProgramRun Run(string script, string[] arguments, string input) =>
        ProgramRun.OfAsync(StartOf([Path.Combine(AppContext.BaseDirectory, script), .. arguments]), CancellationToken.None, input)
            .GetAwaiter().GetResult();

    private static ProcessStartInfo StartOf(params string[] arguments) =>
        new("ruby", arguments) { Environment = { ["RUBYOPT"] = "-W0", ["LANG"] = "C.UTF-8" } };
}
