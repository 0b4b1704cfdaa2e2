using System.Collections.Immutable;

namespace Press;

/// <summary>
/// Says of which sources something was taken in that no build has looked at yet. Each write of a mark gives it another ETag, so that a
/// builder deletes only what it has seen.
/// </summary>
internal sealed class Marks(IStore press)
{
    /// <summary>Stands for a look at everything.</summary>
    public const string Everything = "all";

    /// <summary>Marks the receipt that an item holds, or <see cref="Everything"/>.</summary>
    public Task SetAsync(string item, CancellationToken cancellationToken) =>
        press.WriteAsync(
            NameOf(item), new StoreContent(Array.Empty<byte>(), "application/octet-stream"), WriteCondition.Always, cancellationToken);

    /// <summary>All marks.</summary>
    public async Task<ImmutableArray<SetMark>> ListAsync(CancellationToken cancellationToken) =>
        [
            .. (await press.ListAsync(EngineItems.MarksFolder, cancellationToken).ToListAsync(cancellationToken))
                .Select(item => new SetMark(item.Name[EngineItems.MarksFolder.Length..], item.ETag)),
        ];

    /// <summary>Deletes a mark, unless it was set again.</summary>
    public Task ClearAsync(SetMark mark, CancellationToken cancellationToken) =>
        press.DeleteAsync(NameOf(mark.Item), mark.ETag, cancellationToken);

    private static string NameOf(string item) => EngineItems.MarksFolder + item;
}

/// <summary>A mark as it was seen.</summary>
/// <param name="Item">The item that holds a receipt; <see cref="Marks.Everything"/> for all.</param>
/// <param name="ETag">The mark's.</param>
internal sealed record SetMark(string Item, string ETag);
