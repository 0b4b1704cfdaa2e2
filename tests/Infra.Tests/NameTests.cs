namespace Infra.Tests;

/// <summary>Names of resources, from the name of an environment.</summary>
public sealed class NameTests(Predictions predictions)
{
    [Fact]
    public void Names_are_valid_and_unique() => Assert.All(predictions.Both, deployment =>
    {
        var names = deployment.All.Select(resource => $"{resource.TextAt("type")} {Deployment.NameOf(resource)}").ToList();
        Assert.Equal(names.Distinct(StringComparer.OrdinalIgnoreCase), names);
        foreach (var account in deployment.Of("Microsoft.Storage/storageAccounts"))
            Assert.Matches("^[a-z0-9]{3,24}$", Deployment.NameOf(account));
        Assert.Matches("^[a-zA-Z0-9][a-zA-Z0-9-]{0,58}[a-zA-Z0-9]$", Deployment.NameOf(deployment.The("Microsoft.Web/sites")));
    });

    [Fact]
    public async Task The_longest_name_of_an_environment_makes_valid_names()
    {
        var variables = new Dictionary<string, string> { ["AZURE_ENV_NAME"] = new('x', 20), ["PRESS_FRONT_DOOR"] = "true" };
        var longest = await Bicep.PredictAsync(variables);
        Assert.InRange(Deployment.NameOf(longest.The("Microsoft.Web/sites")).Length, 2, 60);
        Assert.InRange(Deployment.NameOf(longest.The("Microsoft.EventGrid/systemTopics")).Length, 3, 50);
        Assert.InRange(Deployment.NameOf(longest.The("Microsoft.Cdn/profiles/afdEndpoints")).Split('/')[^1].Length, 2, 46);
    }

    /// <summary>azd takes <c>[a-zA-Z0-9-()_.]{1,64}</c>.</summary>
    [Theory]
    [InlineData("my_blog")]
    [InlineData("my.blog")]
    [InlineData("blog(2)")]
    [InlineData("blog-with-a-very-long-name")]
    public async Task A_name_that_azd_takes_and_a_host_name_does_not_is_refused_with_a_message(string name)
    {
        using var copy = new TemplateCopy();
        var run = await Bicep.SnapshotAsync(copy.Folder, "overwrite", new Dictionary<string, string> { ["AZURE_ENV_NAME"] = name });
        Assert.NotEqual(0, run.Code);
        Assert.Contains($"The environment is called '{name}'.", run.Output + run.Errors, StringComparison.Ordinal);
        Assert.Contains("use at most 20 letters, digits and hyphens", run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Assignments_of_the_app_and_of_Event_Grid_are_named_by_who_they_are_and_not_by_what_they_are_called()
    {
        // An identity that is deleted and made again has its old name and another object id; an assignment that keeps its name is refused.
        var assignments = predictions.Plain.Of("Microsoft.Authorization/roleAssignments")
            .Where(role => role.At("properties").TryGetProperty("principalType", out _)).ToList();
        Assert.Equal(7, assignments.Count);
        Assert.All(assignments, role =>
        {
            var principal = role.TextAt("properties.principalId").Trim('[', ']');
            Assert.EndsWith(".principalId", principal, StringComparison.Ordinal);
            Assert.Contains(principal, Deployment.NameOf(role), StringComparison.Ordinal);
        });
    }
}
