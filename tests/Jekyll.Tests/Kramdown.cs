using System.Diagnostics;
using System.Text;
using System.Text.Json;

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
            var (output, errors) = Run("ruby", [Path.Combine(AppContext.BaseDirectory, "kramdown.rb")], File.ReadAllText(list));
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
        try
        {
            var (_, errors) = Run("ruby", ["-e", "require 'kramdown-parser-gfm'"], "");
            return errors is "" ? null : "ruby has no kramdown-parser-gfm: 'apt-get install ruby-kramdown-parser-gfm'.";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no ruby: 'apt-get install ruby-kramdown-parser-gfm'.";
        }
    }

    internal static (string Output, string Errors) Run(string program, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["RUBYOPT"] = "-W0";
        start.Environment["LANG"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }
}
