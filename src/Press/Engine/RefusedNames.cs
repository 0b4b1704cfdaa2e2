namespace Press;

/// <summary>
/// Receipts for what was uploaded under a name that no page, file or receipt can have: <c>/a.md</c>, <c>a//b.md</c>, <c>x.</c>
/// </summary>
internal sealed class RefusedNames(SourceIntake intake)
{
    /// <summary>Looks whether something lies there under such a name, and says so.</summary>
    public async Task<Receipt?> TakeInAsync(string name, CancellationToken cancellationToken)
    {
        var listing = await intake.Sources.ListWithStraysAsync(name, cancellationToken);
        if (!NamesIn(listing).Contains(name))
        {
            await intake.Receipts.DeleteRefusalAsync(intake.Receipts.ItemOf(name), cancellationToken);
            return null;
        }

        var receipt = ReceiptOf(name);
        if (await intake.Receipts.FindAsync(name, cancellationToken) is not { } there || !there.IsSameAs(receipt))
            await intake.Receipts.PutRefusalAsync(receipt, cancellationToken);
        return receipt;
    }

    /// <summary>Brings the receipts of all such names to what lies there.</summary>
    /// <param name="listing">Of the container.</param>
    /// <param name="press">The engine's own items, by name.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task TakeInAllAsync(
        StoreListing listing, IReadOnlyDictionary<string, StoredItem> press, CancellationToken cancellationToken)
    {
        var gone = press.Keys.Where(intake.Receipts.IsRefusal).ToHashSet(StringComparer.Ordinal);
        foreach (var name in NamesIn(listing))
        {
            var receipt = ReceiptOf(name);
            var item = intake.Receipts.ItemOf(name);
            gone.Remove(item);
            if (press.GetValueOrDefault(item)?.ContentHash != ContentHash.Of(receipt.ToJson()))
                await intake.Receipts.PutRefusalAsync(receipt, cancellationToken);
        }

        foreach (var item in gone.Order(StringComparer.Ordinal))
            await intake.Receipts.DeleteRefusalAsync(item, cancellationToken);
    }

    private SortedSet<string> NamesIn(StoreListing listing) =>
        new(
            listing.Strays.Select(stray => stray.Name).Concat(listing.Items.Select(item => item.Name)).Where(intake.Refuses),
            StringComparer.Ordinal);

    private static Receipt ReceiptOf(string name)
    {
        var fault = ReceiptDiagnostic.Of(StrayItems.BadName(name));
        return new Receipt { Source = name, ETag = "-", Engine = "", State = ReceiptState.Faulty, Diagnostics = [fault], Faults = [fault] };
    }
}
