namespace Press.Cli.Push;

/// <summary>A file in one of the containers that are pushed to.</summary>
internal sealed record StoredFile(IStore Container, string Name);
