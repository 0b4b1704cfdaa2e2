namespace Press;

/// <summary>The share pictures of posts that name no picture. Each is made when its file is.</summary>
internal static class ShareFiles
{
    public static IEnumerable<PlannedFile> Of(PlanInputs inputs) =>
        from entry in inputs.Catalog.Entries
        let card = SharePictures.Of(entry, inputs.Settings)
        where card is not null
        select new PlannedFile(
            SharePictures.FileOf(entry),
            HashBuilder.OfAll(inputs.Hashes.Engine, card.Hash()),
            entry.Source,
            (_, _, _) => new(new RenderedFile(PublicFiles.PictureOf(ShareDrawing.Draw(card)))));
}
