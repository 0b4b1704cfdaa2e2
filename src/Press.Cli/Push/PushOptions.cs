namespace Press.Cli.Push;

/// <summary>What a push was asked to do.</summary>
/// <param name="FolderName">The folder as it was written.</param>
/// <param name="Storage">The storage account; null if none was named.</param>
/// <param name="Limit">What may be deleted.</param>
/// <param name="IsDryRun">Whether to say what would be done, and to do nothing.</param>
/// <param name="Patience">How long to wait for the next receipt; zero to not wait.</param>
internal sealed record PushOptions(string FolderName, string? Storage, DeleteLimit Limit, bool IsDryRun, TimeSpan Patience);
