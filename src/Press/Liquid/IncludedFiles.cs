using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Press;

/// <summary>Tells Fluid which includes there are. It asks for a file before the parsed one in <see cref="IncludedTemplates"/>.</summary>
internal sealed class IncludedFiles(IReadOnlyCollection<string> names) : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath) => names.Contains(subpath) ? new IncludedFile(subpath) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class IncludedFile(string name) : IFileInfo
    {
        public bool Exists => true;

        public long Length => 0;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => Stream.Null;
    }
}
