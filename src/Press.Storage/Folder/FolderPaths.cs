using System.Text;

namespace Press.Storage;

/// <summary>Turns names into paths below a root, and never into any other: links are not followed, and case counts.</summary>
internal sealed class FolderPaths(string root)
{
    private static readonly bool IgnoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();

    // What Windows would take for another file: a drive or a stream (:), a device, a name whose last dots and blanks do not count.
    private static readonly string[] Devices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })];

    /// <summary>The folder's own path, links in it resolved once and for all.</summary>
    public string Root { get; } = Resolve(root);

    /// <summary>The path under which a file of this name is written.</summary>
    /// <exception cref="ArgumentException">No store, or not this one, can hold the name.</exception>
    public string PathFor(string name)
    {
        StoreName.ThrowIfInvalid(name);
        if (name == FolderStore.TemporaryName || (OperatingSystem.IsWindows() && name.Split('/').Any(IsStrangeToWindows)))
            throw new ArgumentException($"'{name}' is not a name that a folder can hold.", nameof(name));
        return Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));
    }

    /// <summary>The path of the file that has this name now; null if there is none, or a link stands on the way to it.</summary>
    public string? Find(string name)
    {
        var asked = PathFor(name);
        if (!IgnoresCase && (File.Exists(asked) || Ascii.IsValid(name)))
            return File.Exists(asked) && !HasLink(asked) ? asked : null;

        // Another case or another Unicode form may stand in the folder: look at what its entries are called.
        var path = Root;
        foreach (var segment in name.Split('/'))
        {
            if (EntryOf(path, segment) is not { } entry)
                return null;
            path = entry;
        }

        return File.Exists(path) && !HasLink(path) ? path : null;
    }

    /// <summary>The name of a file below the root; null if no store can hold it.</summary>
    public string? NameOf(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        if (Path.DirectorySeparatorChar != '/')
            relative = relative.Replace(Path.DirectorySeparatorChar, '/');
        var name = relative.ToNormalForm();
        return StoreName.IsValid(name) && name != FolderStore.TemporaryName ? name : null;
    }

    /// <summary>Whether the file or a folder on the way to it from the root is a link.</summary>
    public bool HasLink(string path)
    {
        for (var part = path; part.Length > Root.Length; part = Path.GetDirectoryName(part)!)
        {
            if (new FileInfo(part).LinkTarget is not null)
                return true;
        }

        return false;
    }

    private static string Resolve(string root)
    {
        var folder = new DirectoryInfo(root);
        var target = folder.Exists ? folder.ResolveLinkTarget(returnFinalTarget: true) : null;
        return Path.TrimEndingDirectorySeparator((target ?? folder).FullName);
    }

    /// <summary>The entry of a folder that has a name; one in NFC goes before one in another form.</summary>
    private static string? EntryOf(string folder, string segment) =>
        !Directory.Exists(folder)
            ? null
            : Directory.EnumerateFileSystemEntries(folder)
                .Where(entry => Path.GetFileName(entry).ToNormalForm() == segment)
                .OrderByDescending(entry => Path.GetFileName(entry) == segment)
                .ThenBy(entry => entry, StringComparer.Ordinal)
                .FirstOrDefault();

    private static bool IsStrangeToWindows(string segment) =>
        segment.Contains(':', StringComparison.Ordinal) || segment[^1] == ' '
            || Devices.Contains(segment.Split('.')[0].TrimEnd(), StringComparer.OrdinalIgnoreCase);
}
