using Spectre.Console;

namespace Press.Cli.Build;

/// <summary>Shows how far a build is: bars on a terminal, nothing in a pipe, where the summary is enough.</summary>
internal sealed class BuildProgress(ProgressContext? context)
{
    private readonly ProgressTask? _reading = context?.AddTask("Reading").IsIndeterminate();
    private readonly ProgressTask? _writing = context?.AddTask("Writing", autoStart: false);

    /// <summary>Shows nothing.</summary>
    public static BuildProgress Unseen { get; } = new(context: null);

    public IProgress<int> Reading => new Step(_reading, "Reading");

    public IProgress<int> Written => new Step(_writing, description: null);

    public static Task<T> RunAsync<T>(IAnsiConsole console, Func<BuildProgress, Task<T>> build) =>
        console.Profile.Capabilities.Interactive
            ? console.Progress().AutoClear(true).StartAsync(context => build(new BuildProgress(context)))
            : build(Unseen);

    /// <summary>All sources are read, and it is known what there is to write.</summary>
    public void Writing(int files)
    {
        _reading?.IsIndeterminate(false).Value(_reading.MaxValue).StopTask();
        _writing?.MaxValue(files).StartTask();
    }

    private sealed class Step(ProgressTask? task, string? description) : IProgress<int>
    {
        public void Report(int value)
        {
            task?.Value(value);
            if (description is not null)
                task?.Description($"{description} {value:N0}");
        }
    }
}
