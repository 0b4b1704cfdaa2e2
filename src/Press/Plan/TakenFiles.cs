using System.Collections.Immutable;

namespace Press;

/// <summary>The public files that are taken so far, and what that keeps others from taking.</summary>
internal sealed class TakenFiles
{
    private readonly ReservedFiles _reserved;
    private readonly ImmutableDictionary<string, string>.Builder _owners =
        ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);

    // A folder of the public files, and one of those for which it has to be there.
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byCase = new(StringComparer.OrdinalIgnoreCase);

    public TakenFiles(ReservedFiles reserved)
    {
        _reserved = reserved;
        foreach (var file in reserved.Names.Order(StringComparer.Ordinal))
            Enter(file);
    }

    public ImmutableDictionary<string, string> Owners => _owners.ToImmutable();

    public string? OwnerOf(string file) => _owners.GetValueOrDefault(file);

    public void Add(string file, string source)
    {
        _owners.Add(file, source);
        Enter(file);
    }

    /// <summary>Why a source cannot have what it wants; null if it can.</summary>
    public Diagnostic? FaultOf(UrlClaim claim)
    {
        if (ReservedFiles.IsOfHost(claim.File))
            return claim.IsOfHost();
        if (_reserved.Find(claim.File) is { } what && !(claim.IsPage && _reserved.IsListing(claim.File)))
            return claim.LostToSite(what);
        if (OwnerOf(claim.File) is { } owner)
            return claim.LostTo(owner);
        return FolderConflictOf(claim.File) is { } conflict ? claim.LostToFolder(conflict.Folder, conflict.Winner) : null;
    }

    /// <summary>Who keeps an old path from leading anywhere: a source, or a file of the site's own; null if nobody does.</summary>
    public string? WhoBars(string file) =>
        ReservedFiles.IsOfHost(file) || _reserved.Find(file) is not null ? file : OwnerOf(file) ?? FolderConflictOf(file)?.Winner;

    /// <summary>The taken file that differs from this one in case alone; null if there is none.</summary>
    public string? CaseTwinOf(string file) => _byCase.TryGetValue(file, out var twin) && twin != file ? twin : null;

    private FolderConflict? FolderConflictOf(string file)
    {
        if (_folders.TryGetValue(file, out var below))
            return new FolderConflict(file, OwnerOf(below) ?? below);
        foreach (var folder in UrlPath.FoldersOf(file))
        {
            if (OwnerOf(folder) is { } owner)
                return new FolderConflict(folder, owner);
            if (_reserved.Find(folder) is not null)
                return new FolderConflict(folder, folder);
        }

        return null;
    }

    private void Enter(string file)
    {
        _byCase.TryAdd(file, file);
        foreach (var folder in UrlPath.FoldersOf(file))
            _folders.TryAdd(folder, file);
    }

    private sealed record FolderConflict(string Folder, string Winner);
}
