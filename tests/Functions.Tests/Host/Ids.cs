namespace Press.Functions.Tests.Host;

/// <summary>Ids of requests, workers and invocations: in order, so that a log can be read.</summary>
internal static class Ids
{
    private static int _last;

    public static string Next() => new Guid(Interlocked.Increment(ref _last), 0, 0, new byte[8]).ToString();
}
