namespace Press;

/// <summary>The pages under old paths, which lead to posts.</summary>
internal static class RedirectPages
{
    public static IEnumerable<PlannedFile> Of(PlanInputs inputs) => inputs.Plan.Redirects.Select(redirect => new PlannedFile(
        UrlPath.ToFile(redirect.Path),
        HashBuilder.OfAll(inputs.Hashes.PageWith(Layouts.Redirect), inputs.Cards.Of(redirect.Target)),
        redirect.Target.Source,
        (_, _, _) => new(inputs.Composer.LayOut(redirect)))
    {
        Layout = Layouts.Redirect,
    });
}
