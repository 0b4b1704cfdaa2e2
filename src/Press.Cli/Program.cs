using System.Globalization;
using Press.Cli;
using Spectre.Console;

// What is published and printed is the same on every machine.
CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var output = AnsiConsole.Console;
var errors = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
return await new PressCommand(output, errors, TimeProvider.System).RunAsync(args, CancellationToken.None);
