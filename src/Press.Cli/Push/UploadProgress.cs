using Spectre.Console;

namespace Press.Cli.Push;

/// <summary>Shows how far the uploads are, in percent: a bar on a terminal, nothing in a pipe.</summary>
internal static class UploadProgress
{
    public static Task<T> RunAsync<T>(IAnsiConsole console, Func<IProgress<int>, Task<T>> work) =>
        console.Profile.Capabilities.Interactive
            ? console.Progress().AutoClear(true).StartAsync(context => work(new Bar(context.AddTask("Uploading"))))
            : work(new Bar(null));

    private sealed class Bar(ProgressTask? task) : IProgress<int>
    {
        public void Report(int value) => task?.Value(value);
    }
}
