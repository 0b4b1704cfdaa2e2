using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Press.Testing;

/// <summary>Stands before a web service on this machine and does to requests what networks do.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _service;
    private readonly Func<string, NetworkFate> _fateOf;
    private readonly CancellationTokenSource _ends = new();
    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _held = [];
    private readonly Task _accepting;
    private int _waiting;

    /// <param name="service">The service.</param>
    /// <param name="fateOf">What becomes of a request, by its first line: <c>PUT /account/container/blob HTTP/1.1</c>.</param>
    public FaultyProxy(Uri service, Func<string, NetworkFate> fateOf)
    {
        (_service, _fateOf) = (service, fateOf);
        _listener.Start();
        Address = new UriBuilder(service) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;
        _accepting = AcceptAsync();
    }

    /// <summary>The service's address, by way of the proxy.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _ends.CancelAsync();
        _listener.Stop();
        await _accepting;
        _ends.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_ends.Token)));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var caller = client;
        using var service = new TcpClient();
        try
        {
            await service.ConnectAsync(_service.Host, _service.Port, _ends.Token);
            var (from, to) = (client.GetStream(), service.GetStream());
            while (await HttpMessage.ReadAsync(from, isAnswer: false, _ends.Token) is { } request)
            {
                var fate = _fateOf(request.FirstLine);
                if (fate == NetworkFate.CutBefore)
                    return;
                if (fate == NetworkFate.Held)
                    await HoldAsync();
                Interlocked.Increment(ref _waiting);
                try
                {
                    await to.WriteAsync(request.Bytes, _ends.Token);
                    var isHead = request.FirstLine.StartsWith("HEAD ", StringComparison.Ordinal);
                    if (await HttpMessage.ReadAsync(to, isAnswer: true, _ends.Token, isHead) is not { } answer
                        || fate == NetworkFate.CutAfter)
                        return;
                    if (fate == NetworkFate.Truncated)
                    {
                        await from.WriteAsync(answer.Bytes.AsMemory(0, answer.Bytes.Length * 2 / 3), _ends.Token);
                        return;
                    }

                    await from.WriteAsync(answer.Bytes, _ends.Token);
                }
                finally
                {
                    Interlocked.Decrement(ref _waiting);
                    LetOneGo(onlyIfAlone: false);
                }
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException or SocketException)
        {
            // Either side is gone, and so is the connection.
        }
    }

    /// <summary>Waits until another request was answered, or until there is none that could be.</summary>
    private async Task HoldAsync()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _held.Enqueue(held);
        LetOneGo(onlyIfAlone: true);
        await held.Task.WaitAsync(_ends.Token);
    }

    private void LetOneGo(bool onlyIfAlone)
    {
        lock (_gate)
        {
            if ((!onlyIfAlone || Volatile.Read(ref _waiting) == 0) && _held.TryDequeue(out var held))
                held.SetResult();
        }
    }

    /// <summary>A request or an answer, whole.</summary>
    private sealed record HttpMessage(string FirstLine, byte[] Bytes)
    {
        public static async Task<HttpMessage?> ReadAsync(
            Stream stream, bool isAnswer, CancellationToken cancellationToken, bool hasNoBody = false)
        {
            var bytes = new List<byte>();
            var head = await ReadHeadAsync(stream, bytes, cancellationToken);
            if (head is null)
                return null;
            var lines = head.Split("\r\n");
            var status = isAnswer ? lines[0].Split(' ')[1] : "";
            if (!hasNoBody && status is not ("204" or "304"))
                await ReadBodyAsync(stream, bytes, lines, cancellationToken);
            return new HttpMessage(lines[0], [.. bytes]);
        }

        private static async Task ReadBodyAsync(Stream stream, List<byte> bytes, string[] lines, CancellationToken cancellationToken)
        {
            if (HeaderOf(lines, "Transfer-Encoding") is "chunked")
            {
                int length;
                do
                {
                    var line = await ReadLineAsync(stream, bytes, cancellationToken);
                    length = int.Parse(line.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                    await ReadExactlyAsync(stream, bytes, length + 2, cancellationToken);
                }
                while (length > 0);
            }
            else if (HeaderOf(lines, "Content-Length") is { } text)
            {
                await ReadExactlyAsync(stream, bytes, int.Parse(text, CultureInfo.InvariantCulture), cancellationToken);
            }
        }

        private static string? HeaderOf(string[] lines, string name) =>
            lines.FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))?[(name.Length + 1)..].Trim();

        private static async Task<string?> ReadHeadAsync(Stream stream, List<byte> bytes, CancellationToken cancellationToken)
        {
            var one = new byte[1];
            while (bytes is not [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
            {
                if (await stream.ReadAsync(one, cancellationToken) == 0)
                    return null;
                bytes.Add(one[0]);
            }

            return Encoding.Latin1.GetString([.. bytes]);
        }

        private static async Task<string> ReadLineAsync(Stream stream, List<byte> bytes, CancellationToken cancellationToken)
        {
            var (start, one) = (bytes.Count, new byte[1]);
            while (bytes.Count < start + 2 || bytes is not [.., (byte)'\r', (byte)'\n'])
            {
                await stream.ReadExactlyAsync(one, cancellationToken);
                bytes.Add(one[0]);
            }

            return Encoding.Latin1.GetString([.. bytes.Skip(start)]).Trim();
        }

        private static async Task ReadExactlyAsync(Stream stream, List<byte> bytes, int length, CancellationToken cancellationToken)
        {
            var body = new byte[length];
            await stream.ReadExactlyAsync(body, cancellationToken);
            bytes.AddRange(body);
        }
    }
}

/// <summary>What becomes of a request on its way.</summary>
public enum NetworkFate
{
    /// <summary>Nothing happens to it.</summary>
    Passes,

    /// <summary>The connection is cut before the service sees it.</summary>
    CutBefore,

    /// <summary>The service has done it, and the connection is cut before its answer.</summary>
    CutAfter,

    /// <summary>Of the answer a part arrives, and then the connection is cut.</summary>
    Truncated,

    /// <summary>It waits until another one was answered.</summary>
    Held,
}
