using System.ComponentModel;
using System.Diagnostics;

namespace Press.Cli.Serve;

/// <summary>Opens pages in the user's browser.</summary>
internal static class SystemBrowser
{
    /// <exception cref="CallException">The system has no browser, or none that can be started from here.</exception>
    public static void Open(string url)
    {
        try
        {
            using var started = Process.Start(new ProcessStartInfo(url) { UseShellExecute = true });
        }
        catch (Exception fault) when (fault is Win32Exception or FileNotFoundException or PlatformNotSupportedException)
        {
            throw new CallException($"no browser could be opened: {fault.Message.TrimEnd('.')}. Open {url} yourself.");
        }
    }
}
