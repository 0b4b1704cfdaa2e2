namespace Press;

/// <summary>The pages under old paths, which lead to posts.</summary>
internal static class RedirectPages
{
    public static IEnumerable<PlannedFile> Of(PlanInputs inputs) => inputs.Plan.Redirects.Select(redirect =>
        new PlannedFile(UrlPath.ToFile(redirect.Path), HashOf(redirect, inputs), redirect.Target.Source, (_, _) => new(inputs.Composer.LayOut(redirect))) { Layout = Layouts.Redirect });

    private static UInt128 HashOf(Redirect redirect, PlanInputs inputs)
    {
        var hash = new HashBuilder();
        hash.Add(inputs.Hashes.PageWith(Layouts.Redirect));
        hash.Add(inputs.CardHash(redirect.Target));
        return hash.ToHash();
    }
}
