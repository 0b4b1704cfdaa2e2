namespace Press;

/// <summary>Files and folders of a repository that are no part of a site, whatever its settings say: tools keep them there.</summary>
internal static class UsualFolders
{
    /// <summary>Those that are excluded unless <c>include</c> lists them.</summary>
    /// <seealso href="https://jekyllrb.com/docs/configuration/options/#global-configuration"/>
    public static NamePatterns Excluded { get; } = new(
    [
        "Gemfile", "Gemfile.lock", "gemfiles", "Rakefile", "*.gemspec", "vendor", "node_modules", "bower_components", "package.json",
        "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bower.json", "gulpfile.js", "Gruntfile.js", "webpack.config.js", "rollup.config.js",
        "tsconfig.json", "Dockerfile", "docker-compose.yml", "Makefile",
    ]);

    /// <summary>The folders of pages that a site of Jekyll may take in by <c>include</c>, though an underscore hides them.</summary>
    public static bool IsOfPages(string name) =>
        name.StartsWith("_pages/", StringComparison.Ordinal) || name.StartsWith("_page/", StringComparison.Ordinal);
}
