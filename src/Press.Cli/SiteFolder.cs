using System.CommandLine;

namespace Press.Cli;

/// <summary>The folder that a command works on.</summary>
internal static class SiteFolder
{
    private const string Current = ".";

    private static readonly string[] Misnamed =
        ["config.yml", "_config.yaml", "config.yaml", "_config.toml", "_config.json", "_Config.yml", "_config.yml.txt"];

    public static Argument<string> Argument() => new("FOLDER")
    {
        Description = "The folder of the site: its posts, images and _config.yml (default: the current folder).",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The folder that a call names; the current one if it names none.</summary>
    public static string Of(ParseResult call, Argument<string> argument) => call.GetValue(argument) ?? Current;

    /// <summary>The operator's word that authors' HTML may run. It is no setting of the site, since authors could set it.</summary>
    public static Option<bool> TrustHtml() => new("--trust-html") { Description = "Publishes authors' HTML as it is, scripts included." };

    /// <summary>The folder's full path.</summary>
    /// <param name="folder">As it was written.</param>
    /// <param name="advice">What to do where no folder beside it has a name like it.</param>
    /// <exception cref="CallException">There is no such folder.</exception>
    public static string Resolve(string folder, string advice = "Name one that holds Markdown files.")
    {
        if (Directory.Exists(folder))
            return Path.GetFullPath(folder);
        if (File.Exists(folder))
            throw new CallException(
                $"'{folder}' is a file. Name the folder that it lies in: '{Path.GetDirectoryName(Path.Combine(".", folder))}'.");

        var parentFolder = Path.GetDirectoryName(Path.GetFullPath(folder));
        var neighbours = Directory.Exists(parentFolder)
            ? Directory.EnumerateDirectories(parentFolder).Select(path => Path.GetFileName(path))
            : [];
        var nearest = NearestName.Of(
            Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), neighbours.Order(StringComparer.Ordinal));
        if (nearest is not null)
            advice = $"Did you mean '{Path.Combine(Path.GetDirectoryName(folder) ?? "", nearest)}'?";
        throw new CallException($"there is no folder '{folder}'. {advice}");
    }

    /// <summary>The name that one folder has inside another, with a slash behind; null if it does not lie in it.</summary>
    public static string? PrefixWithin(string root, string folder)
    {
        var relative = Path.GetRelativePath(root, folder);
        return relative is "." || relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? null
            : relative.Replace('\\', '/').ToNormalForm() + "/";
    }

    /// <summary>
    /// Why the folder is probably not the one that was meant, or its settings are not read; null if all is as it should be.
    /// </summary>
    /// <param name="folderName">As it was written.</param>
    /// <param name="folder">The folder's full path.</param>
    /// <param name="hasPosts">Whether there is a post in it, published or not.</param>
    public static string? NoteOn(string folderName, string folder, bool hasPosts)
    {
        if (MisnamedSettings(folder) is { } misnamed)
            return $"'{misnamed}' is not read: the settings are '{SiteSettings.FileName}'. Rename the file.";
        if (Inner(folderName, folder) is { } inner)
            return inner;
        if (hasPosts)
            return null;
        var call = folderName is Current ? "" : $" {folderName}";
        return $"'{folderName}' has no post. A post is a Markdown file: press new \"My first post\"{call}";
    }

    /// <summary>Says that the site is probably in a folder of this one, which has no settings; null if it is not.</summary>
    /// <inheritdoc cref="NoteOn"/>
    public static string? Inner(string folderName, string folder)
    {
        if (File.Exists(Path.Combine(folder, SiteSettings.FileName)))
            return null;
        var inner = new DirectoryInfo(folder).EnumerateDirectories("*", new EnumerationOptions { IgnoreInaccessible = true })
            .Where(below => below.Name is not ['_' or '.', ..] && File.Exists(Path.Combine(below.FullName, SiteSettings.FileName)))
            .MinBy(below => below.Name, StringComparer.Ordinal);
        return inner is null
            ? null
            : $"'{folderName}' has no {SiteSettings.FileName}, and its folder '{inner.Name}' has one. "
                + $"Did you mean '{Path.Combine(folderName is Current ? "" : folderName, inner.Name)}'?";
    }

    /// <summary>A file that looks like the settings where there are none of their name; null if there is none.</summary>
    private static string? MisnamedSettings(string folder) =>
        File.Exists(Path.Combine(folder, SiteSettings.FileName))
            ? null
            : Misnamed.FirstOrDefault(name => File.Exists(Path.Combine(folder, name)));
}
