using System.Text.Json;
using System.Text.RegularExpressions;
using Press.Storage;

namespace Infra.Tests;

/// <summary>What a deployment must be, asserted on the resources that it would make.</summary>
public sealed partial class SecurityTests(Predictions predictions)
{
    private const string Accounts = "Microsoft.Storage/storageAccounts";
    private const string Services = Accounts + "/blobServices";
    private const string Containers = Services + "/containers";

    [Fact]
    public void No_account_takes_keys_or_plain_HTTP() => Assert.All(
        predictions.Both.SelectMany(deployment => deployment.Of(Accounts)), account =>
    {
        Assert.False(account.At("properties.allowSharedKeyAccess").GetBoolean());
        Assert.True(account.At("properties.supportsHttpsTrafficOnly").GetBoolean());
        Assert.Equal("TLS1_2", account.TextAt("properties.minimumTlsVersion"));
        Assert.False(account.At("properties.allowCrossTenantReplication").GetBoolean());
    });

    [Fact]
    public void Only_blobs_of_the_public_container_are_read_by_everybody()
    {
        Assert.Equal(
            ["pressc: False", "pressp: True"],
            predictions.Plain.Of(Accounts)
                .Select(account => $"{Deployment.NameOf(account)[..6]}: {account.TextAt("properties.allowBlobPublicAccess")}")
                .Order(StringComparer.Ordinal));
        var open = Assert.Single(predictions.Plain.Of(Containers), container => container.TextAt("properties.publicAccess") != "None");
        Assert.EndsWith("/public", Deployment.NameOf(open), StringComparison.Ordinal);
        Assert.Equal("Blob", open.TextAt("properties.publicAccess"));
        // A static website is read without any such right.
        Assert.All(predictions.WithAll.Of(Accounts), account => Assert.False(account.At("properties.allowBlobPublicAccess").GetBoolean()));
        Assert.All(predictions.WithAll.Of(Containers), container => Assert.Equal("None", container.TextAt("properties.publicAccess")));
    }

    [Fact]
    public void The_containers_are_those_that_the_engine_uses()
    {
        var names = predictions.Plain.Of(Containers).Select(container => Deployment.NameOf(container).Split('/')[^1]);
        Assert.Equal(
            ["dead-letters", "deployment", SiteContainers.Posts, SiteContainers.Press, SiteContainers.Public, SiteContainers.Site],
            names.Order(StringComparer.Ordinal));
        predictions.WithAll.The("Microsoft.Storage/storageAccounts/blobServices/containers", "/$web");
    }

    [Fact]
    public void No_upload_is_lost_and_everybody_may_only_get()
    {
        var content = predictions.Plain.The("Microsoft.Storage/storageAccounts/blobServices", "pressc").At("properties");
        Assert.True(content.At("isVersioningEnabled").GetBoolean());
        Assert.True(content.At("deleteRetentionPolicy.enabled").GetBoolean());
        Assert.True(content.At("containerDeleteRetentionPolicy.enabled").GetBoolean());
        // Versions of uploads are kept; only what the engine can make again is forgotten.
        var policy = predictions.Plain.The(Accounts + "/managementPolicies").At("properties.policy.rules");
        var rule = Assert.Single(policy.EnumerateArray());
        Assert.Equal(["press/", "deployment/", "azure-webjobs-"], rule.TextsAt("definition.filters.prefixMatch"));

        var cors = Assert.Single(predictions.Plain.The(Services, "pressp").At("properties.cors.corsRules").EnumerateArray());
        Assert.Equal(["GET", "HEAD", "OPTIONS"], cors.At("allowedMethods").EnumerateArray().Select(method => method.GetString()));
        Assert.False(content.TryGetProperty("cors", out _));
    }

    [Fact]
    public void The_app_takes_HTTPS_alone_and_no_publishing_password()
    {
        var app = predictions.Plain.The("Microsoft.Web/sites").At("properties");
        Assert.True(app.At("httpsOnly").GetBoolean());
        // Flex Consumption refuses ftpsState, alwaysOn, use32BitWorkerProcess, linuxFxVersion and others with error 51021.
        Assert.Equal(["minTlsVersion: 1.2"], app.At("siteConfig").EnumerateObject().Select(setting => $"{setting.Name}: {setting.Value}"));
        Assert.Equal(
            ("dotnet-isolated", "10.0"), (app.TextAt("functionAppConfig.runtime.name"), app.TextAt("functionAppConfig.runtime.version")));
        Assert.Equal("UserAssignedIdentity", app.TextAt("functionAppConfig.deployment.storage.authentication.type"));
        Assert.Equal("FC1", predictions.Plain.The("Microsoft.Web/serverfarms").TextAt("sku.name"));
        // Without a location Azure refuses these two, though no other settings of an app have one.
        Assert.Equal(
            ["ftp in koreacentral: False", "scm in koreacentral: False"],
            predictions.Plain.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
                .Select(policy =>
                    $"{Deployment.NameOf(policy).Split('/')[^1]} in {policy.TextAt("location")}: {policy.TextAt("properties.allow")}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_setting_that_the_app_reads_is_set_and_none_is_unknown()
    {
        var settings = predictions.Plain.The("Microsoft.Web/sites/config").At("properties").EnumerateObject()
            .Select(setting => setting.Name).ToList();
        var ours = AppSettings.Names.Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Select(
            name => name.EndsWith("Storage", StringComparison.Ordinal) ? $"{name}__blobServiceUri" : name);
        Assert.Empty(ours.Except(settings));

        string[] platforms =
        [
            "AzureWebJobsStorage__blobServiceUri", "AzureWebJobsStorage__queueServiceUri", "AzureWebJobsStorage__tableServiceUri",
            "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId", "ContentStorage__queueServiceUri",
            "ContentStorage__credential", "ContentStorage__clientId", "AZURE_CLIENT_ID", "AZURE_TOKEN_CREDENTIALS",
            "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        ];
        Assert.Equal(ours.Concat(platforms).Order(StringComparer.Ordinal), settings.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_secret_is_in_settings_or_outputs() => Assert.All(predictions.Both, deployment =>
        Assert.DoesNotMatch("AccountKey=|SharedAccess|listKeys|listAccountSas|InstrumentationKey=[0-9a-f]|[Pp]assword\"", deployment.Text));

    [Fact]
    public void Every_role_is_given_where_it_is_needed_and_nowhere_else()
    {
        var roles = predictions.Plain.Of("Microsoft.Authorization/roleAssignments")
            .Select(role => $"{NameOfRole(role.TextAt("properties.roleDefinitionId"))} on {ScopeOf(role)}");
        Assert.Equal(
            [
                "Monitoring Metrics Publisher on components",
                "Storage Blob Data Contributor on pressc/dead-letters",
                "Storage Blob Data Contributor on pressc/posts",
                "Storage Blob Data Contributor on pressc/site",
                "Storage Blob Data Contributor on pressp/public",
                "Storage Blob Data Owner on pressc",
                "Storage Blob Data Reader on pressc/press",
                "Storage Queue Data Contributor on pressc",
                "Storage Queue Data Message Sender on pressc/changes",
                "Storage Table Data Contributor on pressc",
            ],
            roles.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Telemetry_is_taken_from_identities_alone()
    {
        Assert.True(predictions.Plain.The("Microsoft.Insights/components").At("properties.DisableLocalAuth").GetBoolean());
        var workspace = predictions.Plain.The("Microsoft.OperationalInsights/workspaces");
        Assert.True(workspace.At("properties.features.disableLocalAuth").GetBoolean());
    }

    /// <summary>The account, and the container or queue in it, that an assignment is about.</summary>
    private static string ScopeOf(JsonElement role)
    {
        // An assignment whose name is not known yet has an expression for an id, whose first argument is the scope.
        var id = role.TextAt("id");
        var scope = id.StartsWith('[') ? id.Split('\'')[1] : id.Split("/providers/Microsoft.Authorization/")[0];
        var parts = scope.Split('/');
        var account = Array.FindIndex(parts, part => Suffix().IsMatch(part));
        if (account < 0)
            return parts[^2];
        return Suffix().Replace(parts[account], "") + (account == parts.Length - 1 ? "" : $"/{parts[^1]}");
    }

    [Fact]
    public void Authors_and_designers_that_are_named_may_upload_beside_whoever_deploys()
    {
        var people = predictions.WithAll.Of("Microsoft.Authorization/roleAssignments")
            .Where(role => !role.At("properties").TryGetProperty("principalType", out _))
            .Select(role => $"{role.TextAt("properties.principalId")[^1]} on {ScopeOf(role)}");
        Assert.Equal(
            [
                "a on pressc/posts", "a on pressc/press", "a on pressc/site", "b on pressc/posts", "b on pressc/press",
                "c on pressc/posts", "c on pressc/press", "c on pressc/site",
            ],
            people.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_pipeline_that_deploys_may_not_upload()
    {
        // azd passes the object id of whoever deploys, in CI that of the workflow's own identity.
        var deployment = await Bicep.PredictAsync(new Dictionary<string, string>
        {
            ["CI"] = "true",
            ["AZURE_PRINCIPAL_ID"] = "00000000-0000-0000-0000-00000000000a",
            ["PRESS_AUTHORS"] = "00000000-0000-0000-0000-00000000000b",
        });
        Assert.DoesNotContain("00000000-0000-0000-0000-00000000000a", deployment.Text, StringComparison.Ordinal);
        Assert.Contains("00000000-0000-0000-0000-00000000000b", deployment.Text, StringComparison.Ordinal);
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
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    [GeneratedRegex("(?<=^press[cp])[a-z0-9]+$")]
    private static partial Regex Suffix();
}
