using Press.Cli;
using Spectre.Console;

var output = AnsiConsole.Console;
var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
return await new PressCommand(output, errors, TimeProvider.System).RunAsync(args, CancellationToken.None);
