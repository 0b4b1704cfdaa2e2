using System.Text.Json;

namespace Infra.Tests;

/// <summary>How uploads and deletes are reported to the app.</summary>
public sealed class ChangesTests(Predictions predictions)
{
    private const string Subscriptions = "Microsoft.EventGrid/systemTopics/eventSubscriptions";

    private JsonElement Changes => predictions.Plain.The(Subscriptions, "/changes").At("properties");

    [Fact]
    public void Both_queues_are_made_before_anything_polls_them() => Assert.Equal(
        ["changes", "changes-poison"],
        predictions.Plain.Of("Microsoft.Storage/storageAccounts/queueServices/queues")
            .Select(queue => Deployment.NameOf(queue).Split('/')[^1]).Order(StringComparer.Ordinal));

    [Fact]
    public void The_first_pass_reports_every_write_and_delete_to_the_queue()
    {
        Assert.Equal("StorageQueue", Changes.TextAt("deliveryWithResourceIdentity.destination.endpointType"));
        Assert.Equal("changes", Changes.TextAt("deliveryWithResourceIdentity.destination.properties.queueName"));
        var account = Changes.TextAt("deliveryWithResourceIdentity.destination.properties.resourceId");
        Assert.Contains("/storageAccounts/pressc", account, StringComparison.Ordinal);
        Assert.Equal(["Microsoft.Storage.BlobCreated", "Microsoft.Storage.BlobDeleted"], Changes.TextsAt("filter.includedEventTypes"));
        var filter = Assert.Single(Changes.At("filter.advancedFilters").EnumerateArray());
        Assert.Equal(("StringBeginsWith", "subject"), (filter.TextAt("operatorType"), filter.TextAt("key")));
        Assert.Equal(["/blobServices/default/containers/posts/", "/blobServices/default/containers/site/"], filter.TextsAt("values"));
        Assert.Equal("EventGridSchema", Changes.TextAt("eventDeliverySchema"));
    }

    [Fact]
    public void Event_Grid_delivers_as_an_identity_of_its_own_and_not_as_the_app()
    {
        var topic = predictions.Plain.The("Microsoft.EventGrid/systemTopics");
        var deliverer = Assert.Single(topic.At("identity.userAssignedIdentities").EnumerateObject()).Name;
        Assert.EndsWith("-events", deliverer, StringComparison.Ordinal);
        Assert.Equal(deliverer, Changes.TextAt("deliveryWithResourceIdentity.identity.userAssignedIdentity"));
        Assert.Equal(deliverer, Changes.TextAt("deadLetterWithResourceIdentity.identity.userAssignedIdentity"));
        Assert.Equal("dead-letters", Changes.TextAt("deadLetterWithResourceIdentity.deadLetterDestination.properties.blobContainerName"));
        Assert.DoesNotContain(
            predictions.Plain.The("Microsoft.Web/sites").At("identity.userAssignedIdentities").EnumerateObject(),
            identity => identity.Name == deliverer);
    }

    [Fact]
    public async Task The_second_pass_adds_the_webhooks_of_the_blob_triggers_alone()
    {
        var template = (await Bicep.CompileAsync("subscriptions.bicep")).GetRawText();
        Assert.Contains("\"endpointType\": \"WebHook\"", template, StringComparison.Ordinal);
        Assert.DoesNotContain("AzureFunction", template, StringComparison.Ordinal);
        Assert.DoesNotContain("RetractPost", template, StringComparison.Ordinal);
        Assert.Contains("\"PublishPost\"", template, StringComparison.Ordinal);
        Assert.Contains("\"ApplySite\"", template, StringComparison.Ordinal);
        // The queue has the same event: what a starting host refuses is no dead letter, and raises no alert.
        Assert.DoesNotContain("deadLetterWith", template, StringComparison.Ordinal);
        Assert.DoesNotContain("deadLetterDestination", template, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_pass_needs_no_key_of_the_app()
    {
        Assert.DoesNotContain("listKeys", (await Bicep.CompileAsync("main.bicep")).GetRawText(), StringComparison.Ordinal);
        var names = predictions.Plain.Of(Subscriptions).Select(subscription => Deployment.NameOf(subscription).Split('/')[^1]);
        Assert.Equal(["changes"], names);
    }
}
