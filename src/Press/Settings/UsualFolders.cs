namespace Press;

/// <summary>Files and folders of a repository that are no part of a site, whatever its settings say: tools keep them there.</summary>
internal static class UsualFolders
{
    /// <summary>Those that are excluded unless <c>include</c> lists them.</summary>
    /// <seealso href="https://jekyllrb.com/docs/configuration/options/#global-configuration"/>
    public static NamePatterns Excluded { get; } = new(
    [
        "Gemfile", "Gemfile.lock", "gemfiles", "Rakefile", "*.gemspec", "vendor", "node_modules", "bower_components",
        "package.json", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "bower.json", "gulpfile.js", "Gruntfile.js",
        "webpack.config.js", "rollup.config.js", "tsconfig.json", "Dockerfile", "docker-compose.yml", "Makefile",
    ]);
}
