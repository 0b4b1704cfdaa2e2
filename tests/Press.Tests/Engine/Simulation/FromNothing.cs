using System.Text;
using Press.Testing;

namespace Press.Tests.Engine;

/// <summary>
/// What a site would be if it were made for the first time, of what lies in its containers now and, where that cannot be published, of its
/// last good version.
/// </summary>
internal static class FromNothing
{
    /// <exception cref="BrokenPromiseException">The site is another one.</exception>
    public static async Task CompareAsync(World world, Uploads uploads, bool wasSwept)
    {
        var good = GoodVersions(world, uploads);
        var (posts, site) = (new MemoryStore(), new MemoryStore());
        foreach (var (from, to) in new[] { (world.Posts, posts), (world.Site, site) })
        {
            foreach (var item in from.Items.Values)
            {
                if (good.TryGetValue((to == site, item.Item.Name), out var source))
                    to.Put(new ReadAnswer.Found(
                        item.Item with { ETag = source.ETag, Length = source.Bytes.Length, Created = source.Created },
                        source.Bytes));
            }
        }

        var press = new MemoryStore();
        var stores = new SiteStores(posts, site, new MemoryStore(), press);
        var engine = new PublishingEngine(stores, world.Clock);
        await PutAsideAsync(world, press);
        await engine.SweepAsync(CancellationToken.None);
        await PutAsideAsync(world, press);
        foreach (var item in world.Posts.Items.Values)
            posts.Put(item);
        foreach (var item in world.Site.Items.Values)
            site.Put(item);
        await engine.SweepAsync(CancellationToken.None);

        Compare("public", world.Public, (MemoryStore)stores.Public);
        Compare("press", world.Press, (MemoryStore)stores.Press);
        State.CheckParts(world.Press, mayBeMore: !wasSwept);
        var (catalog, other) = (State.CatalogOf(world.Press), State.CatalogOf((MemoryStore)stores.Press));
        if (!CatalogJson.Serialize(catalog.Entries).AsSpan().SequenceEqual(CatalogJson.Serialize(other.Entries))
            || catalog.DefaultLanguage != other.DefaultLanguage)
            throw new BrokenPromiseException(
                $"The catalog has {string.Join(' ', catalog.Entries.Select(entry => entry.Path))}, "
                    + $"and should have {string.Join(' ', other.Entries.Select(entry => entry.Path))}.");
        ComparePublisher(world, WithParts(world, WithLax(world, good)));
    }

    /// <summary>What posts include from their folders is text, whether or not it can be published by itself.</summary>
    private static Dictionary<(bool IsSite, string Name), Source> WithParts(
        World world, Dictionary<(bool IsSite, string Name), Source> good)
    {
        var all = new Dictionary<(bool IsSite, string Name), Source>(good);
        if (world.Posts.Items.TryGetValue("part.html", out var part))
            all[(false, "part.html")] = Source.Of(part);
        return all;
    }

    /// <summary>In a site that was made for Jekyll, layouts that are faulty elsewhere can be used as they are.</summary>
    private static Dictionary<(bool IsSite, string Name), Source> WithLax(World world, Dictionary<(bool IsSite, string Name), Source> good)
    {
        if (!good.TryGetValue((true, SiteSettings.FileName), out var config) || !Site.Of([config]).Settings.IsJekyllSite)
            return good;
        var all = new Dictionary<(bool IsSite, string Name), Source>(good);
        foreach (var found in world.Site.Items.Values.Where(found => found.Item.Name.StartsWith("_layouts/", StringComparison.Ordinal)
            || found.Item.Name.StartsWith("_includes/", StringComparison.Ordinal)))
        {
            var isSetAside = world.Press.Items.TryGetValue($"site/{found.Item.Name}.json", out var kept)
                && Receipt.Parse(found.Item.Name, kept.Bytes.Span) is { IsSetAside: true } receipt && receipt.ETag == found.Item.ETag;
            if (!isSetAside && SiteLook.IsUsable(config, Source.Of(found)))
                all[(true, found.Item.Name)] = Source.Of(found);
        }

        return all;
    }

    /// <summary>What too many workers died of is a thing of the past that a site made from nothing cannot know: it is told.</summary>
    private static async Task PutAsideAsync(World world, MemoryStore press)
    {
        var receipts = world.Press.Items.Select(item => (item.Key, item.Value, Sources: SourcesOf(world, item.Key))).ToList();
        foreach (var (item, found, sources) in receipts)
        {
            if (sources is null || Receipt.Parse("", found.Bytes.Span) is not { IsSetAside: true } receipt
                || !sources.Items.TryGetValue(receipt.Source, out var source) || source.Item.ETag != receipt.ETag)
                continue;
            // Who can neither write what it found nor take back that it reads is as good as dead.
            if (world.Faults < EngineWorker.MaxDeaths)
                throw new BrokenPromiseException($"{receipt.Source} was set aside, and there were {world.Faults} crashes and faults.");
            var before = press.Items.TryGetValue(item, out var good)
                ? Receipt.Parse("", good.Bytes.Span)
                : receipt with { Good = null, Url = null, File = null, Html = null };
            var mark = before with
            {
                ETag = receipt.ETag,
                State = ReceiptState.Reading,
                Reading = new ReadingMark(By: "", EngineWorker.MaxDeaths - 1),
            };
            await press.WriteAsync(
                item, new StoreContent(mark.ToJson(), "application/json"), WriteCondition.Always, CancellationToken.None);
        }

        var pictures = State.Of(world.Press).Sources.Entries
            .Where(known => known.Value.Image?.Fault == BuildPass.DiedOf)
            .Select(known => new JournalEntry(
                ReceiptFolder.OfPosts(world.Press).SourceOf(known.Key)!,
                known.Value.GoodETag!,
                new ReadingMark(By: "", EngineWorker.MaxDeaths - 1)))
            .ToList();
        if (pictures.Count > 0)
            await press.WriteAsync(EngineItems.Journal, ReadingJournal.ToContent(pictures), WriteCondition.Always, CancellationToken.None);
    }

    /// <summary>The container of whose sources an item is a receipt; null if it is none.</summary>
    private static MemoryStore? SourcesOf(World world, string item) =>
        item.StartsWith("receipts/", StringComparison.Ordinal)
            ? world.Posts : item.StartsWith("site/", StringComparison.Ordinal) ? world.Site : null;

    /// <summary>The version of each source that counts: as it is if that can be published, else what its receipt keeps.</summary>
    private static Dictionary<(bool IsSite, string Name), Source> GoodVersions(World world, Uploads uploads)
    {
        var good = new Dictionary<(bool, string), Source>();
        foreach (var (isSite, store, receipts, judge) in new[]
        {
            (false, world.Posts, "receipts/", (SourceJudge)new PostsJudge(trustsHtml: false)),
            (true, world.Site, "site/", new SiteJudge()),
        })
        {
            foreach (var found in store.Items.Values)
            {
                var item = found.Item;
                var receipt = world.Press.Items.TryGetValue($"{receipts}{item.Name}.json", out var kept)
                    ? Receipt.Parse(item.Name, kept.Bytes.Span)
                    : null;
                var isSetAside = receipt is { IsSetAside: true } && receipt.ETag == item.ETag;
                if (!isSetAside && judge.FaultsOf(item, found.Bytes).IsEmpty)
                    good[(isSite, item.Name)] = Source.Of(found);
                else if (receipt?.Good is { Content: null } media)
                    AddMedia(item.Name, media);
                else if (receipt?.Good is { } version)
                    good[(isSite, item.Name)] = uploads.Had(item.Name, version)
                        ? version.ToSource(item.Name)
                        : throw new BrokenPromiseException($"{item.Name} was never uploaded as {version.ETag}.");
            }
        }

        return good;

        // Of media the public file is all that is left of a good version.
        void AddMedia(string name, GoodVersion version)
        {
            if (!world.Public.Items.TryGetValue(SourceName.WithoutPostsFolder(name), out var kept))
                return;
            if (!uploads.Had(kept.Bytes))
                throw new BrokenPromiseException($"What is public as {name} was never uploaded.");
            good[(false, name)] = new Source(name, kept.Bytes, version.ETag, version.Created);
        }
    }

    private static void Compare(string container, MemoryStore actual, MemoryStore expected)
    {
        foreach (var name in actual.Names.Union(expected.Names).Where(name => !State.IsOfIt(name)).Order(StringComparer.Ordinal))
        {
            var (is_, should) = (TextOf(actual, name), TextOf(expected, name));
            if (is_ != should)
                throw new BrokenPromiseException($"{container}/{name} is\n{is_ ?? "not there"}\nand should be\n{should ?? "not there"}");
        }
    }

    /// <summary>What <c>press serve</c> would show, made without any of the engine.</summary>
    private static void ComparePublisher(World world, Dictionary<(bool IsSite, string Name), Source> good)
    {
        // A folder has one file of a name, and a picture in it is an author's; and it knows nothing of dead workers.
        if (world.Site.Items.ContainsKey("assets/g.png") || DiedOfPicture(world))
            return;
        var sources = good.Where(source => source.Key.IsSite || SourceName.KindOf(source.Key.Name) != SourceKind.Site)
            .Select(source => source.Value).ToList();
        var publication = new Publisher(world.Clock).Publish(sources);
        var files = publication.Files;
        CompareDiagnostics(world, publication);
        var publisher = new MemoryStore();
        foreach (var file in files.Values)
            publisher.Put(new ReadAnswer.Found(new StoredItem(file.Name, "", 0, default, default), file.Content.Bytes));
        Compare("publisher", world.Public, publisher);
    }

    /// <summary>
    /// What receipts say is what <c>press check</c> says. Of a faulty source a receipt speaks of the version that its author sees.
    /// </summary>
    private static void CompareDiagnostics(World world, Publication publication)
    {
        var told = publication.Diagnostics.Concat(publication.LayoutFaultsOfPosts)
            .ToLookup(found => found.File, found => ReceiptDiagnostic.Of(found).ToString(), StringComparer.Ordinal);
        foreach (var (name, found) in world.Press.Items.Where(item => item.Key.StartsWith("receipts/", StringComparison.Ordinal)))
        {
            var source = name["receipts/".Length..^".json".Length];
            var receipt = Receipt.Parse(source, found.Bytes.Span);
            if (!receipt.Faults.IsEmpty)
                continue;
            var (is_, should) = (
                string.Join('\n', receipt.Diagnostics.Select(diagnostic => diagnostic.ToString()).Order(StringComparer.Ordinal)),
                string.Join('\n', told[source].Order(StringComparer.Ordinal)));
            if (is_ != should)
                throw new BrokenPromiseException($"The receipt of {source} says\n{is_}\nand should say\n{should}");
        }
    }

    private static string? TextOf(MemoryStore store, string name) =>
        store.Items.TryGetValue(name, out var found) ? Encoding.UTF8.GetString(found.Bytes.Span) : null;

    private static bool DiedOfPicture(World world) =>
        State.Of(world.Press).Sources.Entries.Any(known => known.Value.Image?.Fault == BuildPass.DiedOf);
}
