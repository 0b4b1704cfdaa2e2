using System.CommandLine;

namespace Press.Cli;

/// <summary>The options that show posts which are not public.</summary>
internal sealed class ShownPostsOptions
{
    private readonly Option<bool> _drafts = new("--drafts", "-D") { Description = "Shows drafts, those in _drafts too." };
    private readonly Option<bool> _future = new("--future", "-F") { Description = "Shows posts dated in the future." };

    public void AddTo(Command command)
    {
        command.Add(_drafts);
        command.Add(_future);
    }

    public ShownPosts Of(ParseResult call) => new(call.GetValue(_drafts), call.GetValue(_future));
}
