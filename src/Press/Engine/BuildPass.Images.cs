namespace Press;

/// <summary>
/// Pictures come before the posts that show them: a page has to know how large they are and which smaller versions there are.
/// </summary>
internal sealed partial class BuildPass
{
    /// <summary>What is said of a picture that as many builders died of as may.</summary>
    internal const string DiedOf = "two workers died while they read it";

    private ReadingJournal? _journal;

    /// <summary>
    /// Reads the pictures of which nothing is known yet, and writes them and their smaller versions. What somebody else did to a version
    /// is made good the same way.
    /// </summary>
    /// <returns>The pictures of the site.</returns>
    private async Task<PlannedImages> PublishImagesAsync(SitePlan plan, SiteSettings settings, PostOpener opener)
    {
        var depth = settings.ResponsiveImages ? ImageDepth.Variants : ImageDepth.Size;
        var copy = CopyFor(settings);
        var stale = plan.Assets
            .Where(source => ImageReader.Knows(source) && !IsImageCurrent(source, ReadFrom(source, depth, copy), plan))
            .ToList();
        if (stale.Count == 0 && !_memory.HasJournal && _press?.ContainsKey(EngineItems.Journal) != true)
            return ImagesOf(plan);

        _journal = await ReadingJournal.OpenAsync(_tools.Stores.Press, _tools.Worker, _cancellation);
        _journal.KeepOnly(stale.Select(source => (source, _known[PostReceipts.ItemOf(source)].GoodETag)));
        try
        {
            var suspects = stale.ToLookup(source => _journal.DeathsOf(source, _known[PostReceipts.ItemOf(source)].GoodETag) > 0);
            foreach (var batch in suspects[false].Chunk(_tools.Limits.ImageBatch))
            {
                await Parallel.ForEachAsync(
                    batch,
                    Parallelism(_tools.Limits.ParallelImages),
                    async (source, _) => await PublishImageAsync(source, depth, plan, copy, opener));
                if (batch.Length < stale.Count)
                    await SaveAsync();
            }

            // What a builder may have died of comes last and one by one, so that the next death tells which one it was.
            foreach (var source in suspects[true])
            {
                await PublishImageAsync(source, depth, plan, copy, opener);
                await SaveAsync();
            }
        }
        finally
        {
            await _journal.CloseAsync();
        }

        return ImagesOf(plan);
    }

    private PlannedImages ImagesOf(SitePlan plan) =>
        PlannedImages.Of(plan, source => _known[PostReceipts.ItemOf(source)].Image?.Facts, LastInputs?.PlannedImages);

    private bool IsImageCurrent(string source, string readFrom, SitePlan plan) =>
        _known[PostReceipts.ItemOf(source)] is { Image: { } image } && image.ReadFrom == readFrom
        && (image.Facts is null
            || plan.VariantsOf(source, image.Facts).All(variant =>
                _public.HashOf(variant.File) == image.Facts.Variants[variant.Number].Hash));

    private async Task PublishImageAsync(string source, ImageDepth depth, SitePlan plan, PublicCopy copy, PostOpener opener)
    {
        var item = PostReceipts.ItemOf(source);
        var known = _known[item];
        var open = _open.TryGetValue(item, out var there) ? there : await OpenAsync(source, opener);
        if (open?.IsOf(known) != true)
            return;
        if (_open.Count < _tools.Limits.Batch)
            _open[item] = open;
        if (await ReadAssetAsync(source, known, open.Receipt) is not { } original)
        {
            // The pass that follows a newer version will read that. Of a version that is gone for good no smaller one can be made again.
            if (known.HasErrors)
                _known[item] = known with { Image = null };
            return;
        }

        var asset = copy.Of(original);
        var reading = await ReadImageAsync(source, known.GoodETag!, asset.Bytes, depth);
        var name = SourceName.WithoutPostsFolder(source);
        var content = copy.ContentOf(asset);
        if (await _public.PutAsync(name, content, _cancellation) is null)
            return;
        foreach (var (file, number) in reading.Facts is { } facts ? plan.VariantsOf(source, facts) : [])
        {
            var variant = PublicFiles.VariantOf(reading.Contents[number]);
            if (await _public.PutAsync(file, variant, _cancellation) is null)
                return;
            _files[file] = _public.Written(file, AssetFiles.HashOf(reading.Facts!.Variants[number]), variant);
        }

        _known[item] = known with { Image = new KnownImage(ReadFrom(source, depth, copy), reading.Facts, reading.Fault) };
        _files[name] = _public.Written(name, AssetFiles.HashOf(AssetOf(source), copy), content);
    }

    private PublicCopy CopyFor(SiteSettings settings) => new(settings.KeepImageMetadata, _tools.TrustsHtml);

    private string ReadFrom(string source, ImageDepth depth, PublicCopy copy) =>
        $"{_known[PostReceipts.ItemOf(source)].GoodETag} {depth} {ImageReader.Version} {copy.Rules}";

    /// <summary>Reads a picture, unless as many builders died of it as may.</summary>
    private async Task<ImageReading> ReadImageAsync(string source, string etag, ReadOnlyMemory<byte> bytes, ImageDepth depth)
    {
        if (_journal!.DeathsOf(source, etag) >= EngineWorker.MaxDeaths)
        {
            _journal.End(source);
            return new ImageReading(Facts: null, DiedOf);
        }

        await _journal.BeginAsync(source, etag, _cancellation);
        try
        {
            var reading = ImageReader.Read(source, bytes, depth);
            _journal.End(source);
            return reading;
        }
        catch (Exception)
        {
            _journal.Die(source);
            throw;
        }
    }
}
