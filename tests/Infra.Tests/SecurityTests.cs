using System.Text.Json;
using System.Text.RegularExpressions;
using Press.Storage;

namespace Infra.Tests;

/// <summary>What a deployment must be, asserted on the resources that it would make.</summary>
public sealed partial class SecurityTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Author = new() { ["AZURE_PRINCIPAL_ID"] = "00000000-0000-0000-0000-00000000000a" };

    private Deployment _plain = null!;
    private Deployment _withAll = null!;

    private IEnumerable<Deployment> Both => [_plain, _withAll];

    public async ValueTask InitializeAsync()
    {
        _plain = await Bicep.PredictAsync(Author);
        _withAll = await Bicep.PredictAsync(new Dictionary<string, string>(Author)
        {
            ["PRESS_STATIC_WEBSITE"] = "true",
            ["PRESS_FRONT_DOOR"] = "true",
            ["PRESS_CUSTOM_DOMAIN"] = "blog.example.com",
            ["PRESS_ALERT_EMAIL"] = "operator@example.com",
        });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void No_account_takes_keys_or_plain_HTTP() => Assert.All(Both.SelectMany(deployment => deployment.Of("Microsoft.Storage/storageAccounts")), account =>
    {
        Assert.False(account.At("properties.allowSharedKeyAccess").GetBoolean());
        Assert.True(account.At("properties.supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", account.TextAt("properties.minimumTlsVersion"));
        Assert.False(account.At("properties.allowCrossTenantReplication").GetBoolean());
    });

    [Fact]
    public void Only_blobs_of_the_public_container_are_read_by_everybody()
    {
        Assert.Equal(["pressc: False", "pressp: True"], _plain.Of("Microsoft.Storage/storageAccounts").Select(account => $"{Deployment.NameOf(account)[..6]}: {account.TextAt("properties.allowBlobPublicAccess")}").Order(StringComparer.Ordinal));
        var open = Assert.Single(_plain.Of("Microsoft.Storage/storageAccounts/blobServices/containers"), container => container.TextAt("properties.publicAccess") != "None");
        Assert.EndsWith("/public", Deployment.NameOf(open), StringComparison.Ordinal);
        Assert.Equal("Blob", open.TextAt("properties.publicAccess"));
        // A static website is read without any such right.
        Assert.All(_withAll.Of("Microsoft.Storage/storageAccounts"), account => Assert.False(account.At("properties.allowBlobPublicAccess").GetBoolean()));
        Assert.All(_withAll.Of("Microsoft.Storage/storageAccounts/blobServices/containers"), container => Assert.Equal("None", container.TextAt("properties.publicAccess")));
    }

    [Fact]
    public void The_containers_are_those_that_the_engine_uses()
    {
        var names = _plain.Of("Microsoft.Storage/storageAccounts/blobServices/containers").Select(container => Deployment.NameOf(container).Split('/')[^1]);
        Assert.Equal(["dead-letters", "deployment", SiteContainers.Posts, SiteContainers.Press, SiteContainers.Public, SiteContainers.Site], names.Order(StringComparer.Ordinal));
        _withAll.The("Microsoft.Storage/storageAccounts/blobServices/containers", "/$web");
    }

    [Fact]
    public void No_upload_is_lost_and_everybody_may_only_get()
    {
        var content = _plain.The("Microsoft.Storage/storageAccounts/blobServices", "pressc").At("properties");
        Assert.True(content.At("isVersioningEnabled").GetBoolean());
        Assert.True(content.At("deleteRetentionPolicy.enabled").GetBoolean());
        Assert.True(content.At("containerDeleteRetentionPolicy.enabled").GetBoolean());
        // Versions of uploads are kept; only what the engine can make again is forgotten.
        Assert.Equal(["press/", "deployment/"], Assert.Single(_plain.The("Microsoft.Storage/storageAccounts/managementPolicies").At("properties.policy.rules").EnumerateArray()).At("definition.filters.prefixMatch").EnumerateArray().Select(prefix => prefix.GetString()));

        var cors = Assert.Single(_plain.The("Microsoft.Storage/storageAccounts/blobServices", "pressp").At("properties.cors.corsRules").EnumerateArray());
        Assert.Equal(["GET", "HEAD", "OPTIONS"], cors.At("allowedMethods").EnumerateArray().Select(method => method.GetString()));
        Assert.False(content.TryGetProperty("cors", out _));
    }

    [Fact]
    public void The_app_takes_HTTPS_alone_and_no_publishing_password()
    {
        var app = _plain.The("Microsoft.Web/sites").At("properties");
        Assert.True(app.At("httpsOnly").GetBoolean());
        Assert.Equal(("1.2", "Disabled"), (app.TextAt("siteConfig.minTlsVersion"), app.TextAt("siteConfig.ftpsState")));
        Assert.Equal(("dotnet-isolated", "10.0"), (app.TextAt("functionAppConfig.runtime.name"), app.TextAt("functionAppConfig.runtime.version")));
        Assert.Equal("UserAssignedIdentity", app.TextAt("functionAppConfig.deployment.storage.authentication.type"));
        Assert.Equal("FC1", _plain.The("Microsoft.Web/serverfarms").TextAt("sku.name"));
        Assert.Equal(["ftp: False", "scm: False"], _plain.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(policy => $"{Deployment.NameOf(policy).Split('/')[^1]}: {policy.TextAt("properties.allow")}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_that_the_app_reads_is_set_and_none_is_unknown()
    {
        var settings = _plain.The("Microsoft.Web/sites/config").At("properties").EnumerateObject().Select(setting => setting.Name).ToList();
        var ours = AppSettings.Names.Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Select(name => name.EndsWith("Storage", StringComparison.Ordinal) ? $"{name}__blobServiceUri" : name);
        Assert.Empty(ours.Except(settings));

        string[] platforms =
        [
            "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
            "ContentStorage__queueServiceUri", "ContentStorage__credential", "ContentStorage__clientId",
            "AZURE_CLIENT_ID", "AZURE_TOKEN_CREDENTIALS", "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        ];
        Assert.Equal(ours.Concat(platforms).Order(StringComparer.Ordinal), settings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_secret_is_in_settings_or_outputs() => Assert.All(Both, deployment =>
        Assert.DoesNotMatch("AccountKey=|SharedAccess|listKeys|listAccountSas|InstrumentationKey=[0-9a-f]|[Pp]assword\"", deployment.Text));

    [Fact]
    public void Every_role_is_given_where_it_is_needed_and_nowhere_else()
    {
        var roles = _plain.Of("Microsoft.Authorization/roleAssignments")
            .Select(role => $"{NameOfRole(role.TextAt("properties.roleDefinitionId"))} on {ScopeOf(role)}");
        Assert.Equal(
            [
                "Monitoring Metrics Publisher on components",
                "Storage Account Contributor on pressc",
                "Storage Blob Data Contributor on pressc/posts",
                "Storage Blob Data Contributor on pressc/site",
                "Storage Blob Data Contributor on pressp/public",
                "Storage Blob Data Owner on pressc",
                "Storage Blob Data Reader on pressc/press",
                "Storage Queue Data Contributor on pressc",
                "Storage Table Data Contributor on pressc",
            ],
            roles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Telemetry_is_taken_from_identities_alone()
    {
        Assert.True(_plain.The("Microsoft.Insights/components").At("properties.DisableLocalAuth").GetBoolean());
        Assert.True(_plain.The("Microsoft.OperationalInsights/workspaces").At("properties.features.disableLocalAuth").GetBoolean());
    }

    [Fact]
    public void The_operator_is_told_by_mail_if_there_is_an_address()
    {
        Assert.Equal(["failed-publishes", "poison-messages", "slow-index"], _plain.Of("Microsoft.Insights/scheduledQueryRules").Select(rule => rule.TextAt("properties.displayName")).Order(StringComparer.Ordinal));
        Assert.Empty(_plain.Of("Microsoft.Insights/actionGroups"));
        Assert.Equal("operator@example.com", _withAll.The("Microsoft.Insights/actionGroups").At("properties.emailReceivers")[0].TextAt("emailAddress"));
        Assert.All(_withAll.Of("Microsoft.Insights/scheduledQueryRules"), rule => Assert.Equal(1, rule.At("properties.actions.actionGroups").GetArrayLength()));
    }

    [Fact]
    public void Front_Door_stands_before_pages_and_index_if_asked()
    {
        Assert.Empty(_plain.Of("Microsoft.Cdn/profiles"));
        Assert.Equal(["/*", "/api/*"], _withAll.Of("Microsoft.Cdn/profiles/afdEndpoints/routes").Select(route => route.At("properties.patternsToMatch")[0].GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("TLS12", _withAll.The("Microsoft.Cdn/profiles/customDomains").TextAt("properties.tlsSettings.minimumTlsVersion"));
    }

    [Fact]
    public void Names_are_valid_and_unique()
    {
        Assert.All(Both, deployment =>
        {
            var names = deployment.All.Select(resource => $"{resource.TextAt("type")} {Deployment.NameOf(resource)}").ToList();
            Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
            Assert.All(deployment.Of("Microsoft.Storage/storageAccounts"), account => Assert.Matches("^[a-z0-9]{3,24}$", Deployment.NameOf(account)));
            Assert.Matches("^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$", Deployment.NameOf(deployment.The("Microsoft.Web/sites")));
        });
    }

    [Fact]
    public async Task The_longest_name_of_an_environment_makes_valid_names()
    {
        var longest = await Bicep.PredictAsync(new Dictionary<string, string> { ["AZURE_ENV_NAME"] = new string('x', 20), ["PRESS_FRONT_DOOR"] = "true" });
        Assert.InRange(Deployment.NameOf(longest.The("Microsoft.Web/sites")).Length, 2, 60);
        Assert.InRange(Deployment.NameOf(longest.The("Microsoft.EventGrid/systemTopics")).Length, 3, 50);
        Assert.InRange(Deployment.NameOf(longest.The("Microsoft.Cdn/profiles/afdEndpoints")).Split('/')[^1].Length, 2, 46);
    }

    private static string ScopeOf(JsonElement role)
    {
        var parts = role.TextAt("id").Split("/providers/Microsoft.Authorization/")[0].Split('/');
        var account = Array.FindIndex(parts, part => part.StartsWith("pressc", StringComparison.Ordinal) || part.StartsWith("pressp", StringComparison.Ordinal));
        return account < 0 ? parts[^2] : Suffix().Replace(parts[account], "") + (parts.Contains("containers") ? $"/{parts[^1]}" : "");
    }

    private static string NameOfRole(string definition) => Roles[definition.Split('/')[^1]];

    /// <summary>Of Azure's own list, and not of the template that is under test.</summary>
    private static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["17d1049b-9a84-46fb-8f53-869881c3d3ab"] = "Storage Account Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    [GeneratedRegex("(?<=^press[cp])[a-z0-9]+$")]
    private static partial Regex Suffix();
}
