using System.CommandLine;

namespace Press.Cli;

/// <summary>The folder that a command works on.</summary>
internal static class SiteFolder
{
    public static Argument<string> Argument() => new("FOLDER") { Description = "The folder of the site: its posts, images and _config.yml." };

    /// <summary>The operator's word that authors' HTML may run. It is no setting of the site, since authors could set it.</summary>
    public static Option<bool> TrustHtml() => new("--trust-html") { Description = "Publishes authors' HTML as it is, scripts included." };

    /// <summary>The folder's full path.</summary>
    /// <exception cref="CallException">There is no such folder.</exception>
    public static string Resolve(string folder)
    {
        if (Directory.Exists(folder))
            return Path.GetFullPath(folder);
        if (File.Exists(folder))
            throw new CallException($"'{folder}' is a file. Name the folder that it lies in: '{Path.GetDirectoryName(Path.Combine(".", folder))}'.");

        var parentFolder = Path.GetDirectoryName(Path.GetFullPath(folder));
        var neighbours = Directory.Exists(parentFolder) ? Directory.EnumerateDirectories(parentFolder).Select(path => Path.GetFileName(path)) : [];
        var nearest = NearestName.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), neighbours.Order(StringComparer.Ordinal));
        throw new CallException($"there is no folder '{folder}'.{(nearest is null ? " Name one that holds Markdown files." : $" Did you mean '{Path.Combine(Path.GetDirectoryName(folder) ?? "", nearest)}'?")}");
    }

    /// <summary>The name that one folder has inside another, with a slash behind; null if it does not lie in it.</summary>
    public static string? PrefixWithin(string root, string folder)
    {
        var relative = Path.GetRelativePath(root, folder);
        return relative is "." || relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? null : relative.Replace('\\', '/').Normalize() + "/";
    }
}
