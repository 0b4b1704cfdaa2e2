using System.Collections.Concurrent;
using Spectre.Console;

namespace Press.Cli.Tests;

/// <summary>One run of the program in this process, as in a pipe.</summary>
internal sealed class PressRun
{
    private readonly LineWriter _output = new();
    private readonly LineWriter _errors = new();

    private readonly ConcurrentQueue<string> _opened = new();

    private PressRun(string[] arguments, TimeProvider clock, CancellationToken cancellationToken) =>
        ExitCode = new PressCommand(ConsoleOf(_output), ConsoleOf(_errors), clock, _opened.Enqueue).RunAsync(arguments, cancellationToken);

    /// <summary>Comes when the program has ended.</summary>
    public Task<int> ExitCode { get; }

    public IReadOnlyList<string> Output => _output.Lines;

    public IReadOnlyList<string> Errors => _errors.Lines;

    /// <summary>The URLs that a browser was to open.</summary>
    public IReadOnlyCollection<string> Opened => _opened;

    /// <summary>Runs to the end.</summary>
    public static async Task<(int Code, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> ToEndAsync(params string[] arguments)
    {
        var run = new PressRun(arguments, TimeProvider.System, TestContext.Current.CancellationToken);
        return (await run.ExitCode, run.Output, run.Errors);
    }

    public static PressRun Start(CancellationToken cancellationToken, params string[] arguments) =>
        Start(TimeProvider.System, cancellationToken, arguments);

    public static PressRun Start(TimeProvider clock, CancellationToken cancellationToken, params string[] arguments) =>
        new(arguments, clock, cancellationToken);

    /// <summary>The address in the line with which a server begins; null if a line has none.</summary>
    public static Uri? AddressIn(string line) =>
        line.Split(' ', ',').FirstOrDefault(word => word.StartsWith("http", StringComparison.Ordinal)) is { } address
            ? new Uri(address)
            : null;

    /// <summary>Where it serves, once it does.</summary>
    public async Task<Uri> AddressAsync() => AddressIn(await LineAsync("Serving"))!;

    /// <summary>The first output line that holds a text, once it is there.</summary>
    public Task<string> LineAsync(string text) =>
        _output.LineAsync(text).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    private static IAnsiConsole ConsoleOf(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.No,
        Interactive = InteractionSupport.No,
        Out = new AnsiConsoleOutput(writer),
    });

    private sealed class LineWriter : StringWriter
    {
        private readonly List<string> _lines = [];
        private readonly List<(string Text, TaskCompletionSource<string> Found)> _waiting = [];

        public IReadOnlyList<string> Lines
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public override void WriteLine(string? value)
        {
            lock (_lines)
            {
                _lines.Add(value ?? "");
                foreach (var (text, found) in _waiting)
                {
                    if (value!.Contains(text, StringComparison.Ordinal))
                        found.TrySetResult(value);
                }
            }
        }

        public Task<string> LineAsync(string text)
        {
            lock (_lines)
            {
                if (_lines.Find(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
                    return Task.FromResult(line);
                var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting.Add((text, found));
                return found.Task;
            }
        }
    }
}
