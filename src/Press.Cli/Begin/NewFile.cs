using System.Text;

namespace Press.Cli.Begin;

/// <summary>Writes files that must not be there yet.</summary>
internal static class NewFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file, and its folders; false if there is a file of this name, which stays.</summary>
    /// <exception cref="CallException">The folder does not let it be written.</exception>
    public static bool TryWrite(string folder, string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
            return false;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(content);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new CallException($"'{path}' cannot be written: {fault.Message.TrimEnd('.')}.");
        }
    }

    /// <inheritdoc cref="TryWrite(string, string, ReadOnlySpan{byte})"/>
    public static bool TryWrite(string folder, string name, string content) => TryWrite(folder, name, Utf8.GetBytes(content));
}
