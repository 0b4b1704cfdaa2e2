using System.CommandLine;
using Spectre.Console;

namespace Press.Cli.Serve;

/// <summary><c>press serve FOLDER --port N</c>, or <c>--storage CONNECTION</c> in the folder's place.</summary>
internal sealed class ServeCommand(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock, Action<string> browser)
{
    private const int DefaultPort = 4000;

    public Command Define()
    {
        var folder = SiteFolder.Argument();
        var storage = StorageAccounts.ContentOption();
        var publicAccount = StorageAccounts.PublicOption();
        var port = PortOption();
        var opens = new Option<bool>("--open") { Description = "Opens the home page in your browser." };
        var trust = SiteFolder.TrustHtml();
        var shown = new ShownPostsOptions();
        var command = new Command("serve", "Serves the site and its API on this machine, and follows what changes.")
        {
            folder, port, opens, storage, publicAccount, trust,
        };
        shown.AddTo(command);
        command.SetAction((call, cancellationToken) =>
        {
            var options = new ServeOptions(call.GetValue(port), call.GetValue(trust), call.GetValue(opens), shown.Of(call));
            if (call.GetValue(storage) is not { } connection)
                return new FolderServing(output, errors, clock, browser).RunAsync(SiteFolder.Of(call, folder), options, cancellationToken);
            if (call.GetResult(folder) is { Tokens.Count: > 0 })
            {
                throw new CallException(
                    "'serve' takes a FOLDER or --storage, not both. "
                    + "To bring a folder to the storage: press push FOLDER --storage CONNECTION");
            }

            return new StorageServing(output, errors, clock, browser)
                .RunAsync(connection, call.GetValue(publicAccount), options, cancellationToken);
        });
        return command;
    }

    private static Option<int> PortOption() => new("--port", "-p")
    {
        HelpName = "N",
        Description = "The port on this machine; 0 for a free one.",
        DefaultValueFactory = _ => DefaultPort,
        CustomParser = written => WholeNumber.Parse(written, "--port", ushort.MaxValue, "A port is a number from 0 to 65535"),
    };
}
