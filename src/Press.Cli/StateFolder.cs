using Press.Storage;

namespace Press.Cli;

/// <summary>The folder <c>.press</c> beside the sources: what a build knows of the last one.</summary>
internal static class StateFolder
{
    private const string Name = ".press";

    /// <summary>The folder's store. It is made, and keeps itself out of version control.</summary>
    /// <exception cref="CallException">Nothing can be written there.</exception>
    public static FolderStore Open(string siteFolder)
    {
        var path = Path.Combine(siteFolder, Name);
        var ignore = Path.Combine(path, ".gitignore");
        try
        {
            Directory.CreateDirectory(path);
            if (!File.Exists(ignore))
                File.WriteAllText(ignore, "*\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CallException($"'{path}' cannot be written: {fault.Message.TrimEnd('.')}. Press keeps there what it has read.");
        }

        return new FolderStore(path);
    }
}
