using System.CommandLine;
using Press.Cli.Begin;
using Press.Cli.Build;
using Press.Cli.Check;
using Press.Cli.Push;
using Press.Cli.Serve;
using Press.Cli.Status;
using Spectre.Console;

namespace Press.Cli;

/// <summary>The program: its commands, and what every one of them does with a fault.</summary>
/// <param name="output">Where results go.</param>
/// <param name="errors">Where faults and diagnostics go.</param>
/// <param name="clock">Tells which posts are dated in the future.</param>
/// <param name="browser">Opens a URL in the user's browser; null for the system's own way.</param>
public sealed class PressCommand(IAnsiConsole output, IAnsiConsole errors, TimeProvider clock, Action<string>? browser = null)
{
    /// <summary>The exit code of a site with errors.</summary>
    public const int SiteHasErrors = 1;

    /// <summary>The exit code of a call that could not be carried out.</summary>
    public const int BadCall = 2;

    /// <summary>The exit code after Ctrl+C, as shells have it: 128 and the number of the signal.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs one command line to its end.</summary>
    /// <returns>0, <see cref="SiteHasErrors"/>, <see cref="BadCall"/> or <see cref="Interrupted"/>.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var call = Parse(arguments);
        if (CallFault.Explain(call) is { } fault)
        {
            errors.WriteWhole(fault);
            return BadCall;
        }

        return await InvokeAsync(call, cancellationToken);
    }

    /// <summary>What is wrong with a command line; null for one that can be run.</summary>
    public string? FaultOf(string[] arguments) => CallFault.Explain(Parse(arguments));

    private ParseResult Parse(string[] arguments) => Define().Parse(HelpCommand.Translate(arguments));

    private RootCommand Define() => new("Publishes a blog from a folder of Markdown.")
    {
        new InitCommand(output, clock).Define(),
        new NewCommand(output, clock).Define(),
        new ServeCommand(output, errors, clock, browser ?? SystemBrowser.Open).Define(),
        new CheckCommand(output, errors, clock).Define(),
        new BuildCommand(output, errors, clock).Define(),
        new PushCommand(output, errors, clock).Define(),
        new StatusCommand(output, clock).Define(),
        new ThemeCommand(output).Define(),
        HelpCommand.Define(),
    };

    private async Task<int> InvokeAsync(ParseResult call, CancellationToken cancellationToken)
    {
        try
        {
            var configuration = new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(1),
                Output = output.Profile.Out.Writer,
                Error = errors.Profile.Out.Writer,
            };
            return await call.InvokeAsync(configuration, cancellationToken);
        }
        catch (CallException fault)
        {
            errors.WriteWhole($"press: {fault.Message}");
            return BadCall;
        }
        catch (StoreException fault)
        {
            errors.WriteWhole($"press: {fault.Message}");
            return BadCall;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }
}
