namespace Infra.Tests;

/// <summary>One host before pages and index, for those who ask for it.</summary>
public sealed class FrontDoorTests(Predictions predictions)
{
    private const string Routes = "Microsoft.Cdn/profiles/afdEndpoints/routes";

    [Fact]
    public void It_is_there_only_if_asked_for()
    {
        Assert.Empty(predictions.Plain.Of("Microsoft.Cdn/profiles"));
        Assert.Equal(
            ["/*", "/api/*"],
            predictions.WithAll.Of(Routes)
                .Select(route => route.At("properties.patternsToMatch")[0].GetString())
                .Order(StringComparer.Ordinal));
        var domain = predictions.WithAll.The("Microsoft.Cdn/profiles/customDomains");
        Assert.Equal("TLS12", domain.TextAt("properties.tlsSettings.minimumTlsVersion"));
    }

    [Fact]
    public void Its_own_host_answers_beside_the_custom_domain() => Assert.All(predictions.WithAll.Of(Routes), route =>
    {
        Assert.Equal(1, route.At("properties.customDomains").GetArrayLength());
        Assert.Equal("Enabled", route.TextAt("properties.linkToDefaultDomain"));
    });

    [Fact]
    public void Groups_of_one_origin_are_not_probed()
    {
        var groups = predictions.WithAll.Of("Microsoft.Cdn/profiles/originGroups");
        Assert.Equal(groups.Count, predictions.WithAll.Of("Microsoft.Cdn/profiles/originGroups/origins").Count);
        Assert.All(groups, group => Assert.False(group.At("properties").TryGetProperty("healthProbeSettings", out _)));
    }

    [Fact]
    public async Task The_token_that_proves_the_domain_is_an_output()
    {
        var door = (await Bicep.CompileAsync("app/front-door.bicep")).At("outputs").GetProperty("domainProof").TextAt("value");
        Assert.Contains("_dnsauth.{0} TXT {1}", door, StringComparison.Ordinal);
        Assert.Contains("validationProperties.validationToken", door, StringComparison.Ordinal);
        var main = (await Bicep.CompileAsync("main.bicep")).At("outputs").GetProperty("CUSTOM_DOMAIN_PROOF").TextAt("value");
        Assert.Contains("outputs.domainProof.value", main, StringComparison.Ordinal);
    }
}
