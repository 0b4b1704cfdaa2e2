using System.CommandLine;
using Spectre.Console;

namespace Press.Cli.Begin;

/// <summary><c>press new TITLE FOLDER --lang LANG --tags TAGS --draft</c></summary>
internal sealed class NewCommand(IAnsiConsole output, TimeProvider clock)
{
    private const string PostsFolder = "_posts/";

    public Command Define()
    {
        var title = new Argument<string>("TITLE") { Description = "The title of the post, in quotes." };
        var folder = SiteFolder.Argument();
        var language = new Option<string?>("--lang", "-l") { HelpName = "LANG", Description = "Its language (default: the site's)." };
        var tags = new Option<string?>("--tags", "-t") { HelpName = "TAGS", Description = "Its tags, with commas between them." };
        var draft = new Option<bool>("--draft", "-d") { Description = "Makes it a draft, which is not published." };
        var command = new Command("new", "Makes a new post, dated now.") { title, folder, language, tags, draft };
        command.SetAction(call =>
        {
            var post = new NewPost(call.GetRequiredValue(title).Trim(), clock.GetLocalNow())
            {
                Language = call.GetValue(language),
                Tags = [.. (call.GetValue(tags) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
                IsDraft = call.GetValue(draft),
            };
            return Run(post, SiteFolder.Of(call, folder));
        });
        return command;
    }

    private int Run(NewPost post, string folderName)
    {
        var folder = SiteFolder.Resolve(folderName, "Name the folder of the site, or put quotes around a title of several words.");
        if (post.Language is { } language && SiteAnswers.FaultOfLanguage(language) is { } fault)
            throw new CallException(fault);
        if (post.Title.Any(char.IsControl))
            throw new CallException("a title is one line. Remove line breaks and control characters.");
        if (post.FileName is not { } fileName)
        {
            throw new CallException(
                $"'{post.Title}' has no letter or digit to name a file by. Write another title; you can change it in the file.");
        }

        var name = FolderOfPosts(folder) + fileName;
        if (!NewFile.TryWrite(folder, name, post.ToMarkdown()))
            throw new CallException($"'{name}' exists already. Write another title, or open that file.");
        output.WriteWhole(name);
        return 0;
    }

    /// <summary>
    /// Where the site has its posts: in <c>_posts</c>, unless there is no such folder and dated files lie beside the settings.
    /// </summary>
    private static string FolderOfPosts(string folder)
    {
        var hasFolder = Directory.Exists(Path.Combine(folder, PostsFolder));
        return !hasFolder && Directory.EnumerateFiles(folder, "????-??-??-*.md").Any() ? "" : PostsFolder;
    }
}
