using System.Text;
using Press.Jekyll;

// With a folder, compares its posts as Press and as Jekyll's kramdown render them; without one, runs the tests.
Console.OutputEncoding = Encoding.UTF8;
if (args is [var folder, .. var options] && Directory.Exists(folder))
    return options.Contains("--liquid") ? LiquidReport.Print(folder, options, Console.Out) : BlogReport.Print(folder, options, Console.Out);
return args.Contains("--server") || args.Contains("--internal-msbuild-node")
    ? await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, (_, _) => { })
    : await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
