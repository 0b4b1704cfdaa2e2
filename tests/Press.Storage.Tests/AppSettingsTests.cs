namespace Press.Storage.Tests;

public sealed class AppSettingsTests
{
    private const string Emulator = "UseDevelopmentStorage=true";

    [Fact]
    public void An_account_is_enough()
    {
        var settings = Read(("ContentStorage", Emulator));
        Assert.Same(settings.ContentStorage, settings.PublicStorage);
        Assert.Equal((true, false, TimeSpan.FromSeconds(5)), (settings.HasKeys, settings.TrustHtml, settings.CatalogCache));
    }

    [Fact]
    public void Two_accounts_may_be_reached_with_an_identity()
    {
        var settings = Read(
            ("ContentStorage:blobServiceUri", "https://content.blob.core.windows.net"),
            ("ContentStorage:queueServiceUri", "https://content.queue.core.windows.net"),
            ("PublicStorage:blobServiceUri", "https://public.blob.core.windows.net"),
            ("Press:PublicContainer", "$web"),
            ("Press:TrustHtml", "true"),
            ("Press:CatalogCacheSeconds", "0"));
        Assert.Equal(
            ("content.blob.core.windows.net", "public.blob.core.windows.net"),
            (settings.ContentStorage.Address.Host, settings.PublicStorage.Address.Host));
        Assert.Equal(
            (false, true, TimeSpan.Zero, "$web"), (settings.HasKeys, settings.TrustHtml, settings.CatalogCache, settings.PublicContainer));
    }

    [Theory]
    [InlineData("ContentStorage", "", "'ContentStorage' is not set")]
    [InlineData("ContentStorage", "AccountName=secret", "'ContentStorage' is neither a connection string")]
    [InlineData("PublicStorage", "AccountName=secret", "'PublicStorage' is neither a connection string")]
    [InlineData("Press:PublicContainer", "Pages", "'Press__PublicContainer' cannot be 'Pages'")]
    [InlineData("Press:PublicContainer", "a--b", "$web")]
    [InlineData("Press:TrustHtml", "maybe", "'Press__TrustHtml' cannot be 'maybe'. It is true or false.")]
    [InlineData("Press:CatalogCacheSeconds", "-1", "'Press__CatalogCacheSeconds' cannot be '-1'")]
    [InlineData("Press:CatalogCacheSeconds", "3601", "0 to 3600")]
    [InlineData("Press:TrustHtlm", "true", "'Press__TrustHtlm' is no setting of Press")]
    public void A_wrong_setting_is_named(string name, string value, string told)
    {
        var fault = Assert.Throws<AppSettingsException>(() => Read(("ContentStorage", Emulator), (name, value)));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("content.queue.core.windows.net")]
    [InlineData("http://content.queue.core.windows.net")]
    public void An_identity_needs_the_address_of_the_queues_too(string queues)
    {
        var fault = Assert.Throws<AppSettingsException>(() => Read(
            ("ContentStorage:blobServiceUri", "https://content.blob.core.windows.net"), ("ContentStorage:queueServiceUri", queues)));
        Assert.StartsWith("'ContentStorage__queueServiceUri' is not the https address", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var fault = Assert.Throws<AppSettingsException>(() => Read(("Press:TrustHtml", "1"), ("Press:CatalogCacheSeconds", "x")));
        Assert.Equal(3, fault.Message.Split('\n').Length);
    }

    [Theory]
    [InlineData("/blobServices/default/containers/posts/blobs/a.md", "posts", "a.md")]
    [InlineData("/blobServices/default/containers/site/blobs/_layouts/blobs/글.html", "site", "_layouts/blobs/글.html")]
    public void The_subject_of_an_event_names_container_and_blob(string subject, string container, string name) =>
        Assert.Equal(new BlobSubject(container, name), BlobSubject.Parse(subject));

    [Theory]
    [InlineData("")]
    [InlineData("/blobServices/default/containers/posts")]
    [InlineData("/blobServices/default/containers//blobs/a")]
    [InlineData("/blobServices/default/containers/posts/blobs/")]
    [InlineData("/subscriptions/x/blobs/a")]
    public void Another_subject_is_none(string subject) => Assert.Null(BlobSubject.Parse(subject));

    private static AppSettings Read(params (string Name, string Value)[] settings)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in settings)
            values[name] = value;
        return AppSettings.Read(values.GetValueOrDefault, values.Keys);
    }
}
