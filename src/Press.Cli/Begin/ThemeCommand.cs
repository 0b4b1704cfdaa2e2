using System.Collections.Immutable;
using System.CommandLine;
using Spectre.Console;

namespace Press.Cli.Begin;

/// <summary><c>press theme eject FILE ... --into FOLDER</c></summary>
internal sealed class ThemeCommand(IAnsiConsole output)
{
    public Command Define()
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Layouts, includes or assets, such as post.html or press.css (default: all).",
        };
        var folder = new Option<string>("--into")
        {
            HelpName = "FOLDER",
            Description = "The folder of the site.",
            DefaultValueFactory = _ => ".",
        };
        var eject = new Command("eject", "Copies files of the built-in theme into the site, where you can change them.") { files, folder };
        eject.SetAction(call => Eject(call.GetValue(files) ?? [], call.GetRequiredValue(folder)));
        return new Command("theme", "Works with the look of the site.") { eject };
    }

    private int Eject(string[] written, string folderName)
    {
        var folder = SiteFolder.Resolve(folderName, "Name the folder of the site.");
        var names = written is [] ? ThemeFiles.Names : [.. written.Select(Find)];
        foreach (var name in names)
        {
            var isWritten = NewFile.TryWrite(folder, name, ThemeFiles.Read(name).Span);
            output.WriteWhole(isWritten ? name : $"{name} exists already, and stays as it is");
        }

        return 0;
    }

    /// <summary>The file that was meant: by its name, or the last part of it where that is enough (<c>post.html</c>).</summary>
    private static string Find(string written)
    {
        var name = written.Replace('\\', '/');
        ImmutableArray<string> found =
            [.. ThemeFiles.Names.Where(known => known == name || known.EndsWith("/" + name, StringComparison.Ordinal))];
        if (found is [var one])
            return one;
        if (found.Length > 1)
            throw new CallException($"'{written}' may be {string.Join(" or ", found)}. Write it whole.");
        // Whoever writes no folder means the last part of a name.
        var nearest = name.Contains('/')
            ? NearestName.Of(name, ThemeFiles.Names)
            : NearestName.Of(name, ThemeFiles.Names.Select(known => Path.GetFileName(known))) is { } last
                ? ThemeFiles.Names.First(known => known.EndsWith("/" + last, StringComparison.Ordinal))
                : null;
        var advice = nearest is null ? "" : $" Did you mean '{nearest}'?";
        throw new CallException($"the theme has no file '{written}'.{advice} It has: {string.Join(", ", ThemeFiles.Names)}.");
    }
}
