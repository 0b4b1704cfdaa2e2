using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Press;

/// <summary>Hands Fluid the texts that layouts include.</summary>
internal sealed class IncludedFiles(IReadOnlyDictionary<string, string> texts) : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) =>
        texts.TryGetValue(subpath, out var text) ? new IncludedFile(subpath, Encoding.UTF8.GetBytes(text)) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class IncludedFile(string name, byte[] bytes) : IFileInfo
    {
        public bool Exists => true;

        public long Length => bytes.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        // Fluid keeps a parsed include until this changes; a changed include comes with a new provider.
        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}
