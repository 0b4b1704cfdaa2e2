using System.Collections.Immutable;

namespace Press.Cli.Begin;

/// <summary>The files of a new site.</summary>
internal sealed class NewSite(SiteAnswers answers, TimeProvider clock)
{
    /// <summary>Writes them; what is there already stays as it is.</summary>
    /// <returns>The names of those that were written.</returns>
    /// <exception cref="CallException">The folder does not let them be written.</exception>
    public ImmutableArray<string> WriteTo(string folder)
    {
        var files = new List<(string Name, string Content)> { (SiteSettings.FileName, Settings()), (".gitignore", "_site/\n") };
        if (!HasPosts(folder))
        {
            var post = FirstPost();
            files.Add(($"_posts/{post.FileName}", post.ToMarkdown()));
        }

        return [.. files.Where(file => NewFile.TryWrite(folder, file.Name, file.Content)).Select(file => file.Name)];
    }

    private string Settings()
    {
        var lines = new List<string>
        {
            $"title: {YamlText.Of(answers.Title)}",
            answers.Host is "" ? "# url: https://blog.example.com" : $"url: {answers.Host}",
        };
        if (answers.BaseUrl is not "")
            lines.Add($"baseurl: {answers.BaseUrl}");
        lines.Add($"lang: {answers.Language}");
        if (ZoneName() is { } zone)
            lines.Add($"timezone: {zone}");
        // A site that is moved here may have thousands of posts, each of which would get a file; a new one has none yet.
        lines.Add("share_pictures: true");
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>The machine's zone by its name in the IANA database; null for UTC, which is the default.</summary>
    private string? ZoneName()
    {
        var zone = clock.LocalTimeZone;
        if (zone.HasSameRules(TimeZoneInfo.Utc))
            return null;
        return zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var name) ? name : null;
    }

    private NewPost FirstPost() => answers.Language.Split('-')[0].ToLowerInvariant() is "ko"
        ? new NewPost("첫 글", clock.GetLocalNow())
        {
            Body = "여기까지가 목록에 보이는 요약입니다.\n\n<!--more-->\n\n"
                + "이 파일을 고쳐 저장하면 `press serve`가 연 페이지도 바로 바뀝니다. 새 글은 `press new \"제목\"`으로 만듭니다.\n",
        }
        : new NewPost("Hello", clock.GetLocalNow())
        {
            Body = "This paragraph is the excerpt that lists of posts show.\n\n<!--more-->\n\n"
                + "Change this file and save it: the page that `press serve` shows follows. `press new \"A title\"` makes the next post.\n",
        };

    private static bool HasPosts(string folder) => Directory.Exists(folder)
        && Directory.EnumerateFiles(folder, "*.md", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/').ToNormalForm())
            .Any(name => SourceName.KindOf(name) == SourceKind.Post);
}
