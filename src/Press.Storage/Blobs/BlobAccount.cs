using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Press.Storage;

/// <summary>A storage account and how it is reached.</summary>
public sealed class BlobAccount
{
    private readonly Func<BlobClientOptions, BlobServiceClient> _connect;
    private readonly BlobServiceClient _service;

    private BlobAccount(Func<BlobClientOptions, BlobServiceClient> connect, BlobClientOptions options) =>
        (_connect, _service) = (connect, connect(options));

    /// <summary>The account's own address, without keys.</summary>
    public Uri Address => _service.Uri;

    /// <summary>
    /// The account of a connection string, or of the https address of its blob service; then the identity of whoever runs the program is
    /// asked for (<c>az login</c> on a laptop, the managed identity in Azure).
    /// </summary>
    /// <param name="connection">A connection string, <c>UseDevelopmentStorage=true</c> for the emulator, or an address.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public static BlobAccount Open(string connection) =>
        Uri.TryCreate(connection, UriKind.Absolute, out var address) && address.Scheme is "https"
            ? Open(address, new DefaultAzureCredential())
            : Open(connection, OptionsOfAll());

    /// <summary>The account at an address, reached with a credential.</summary>
    public static BlobAccount Open(Uri address, TokenCredential credential) =>
        new(options => new BlobServiceClient(address, credential, options), OptionsOfAll());

    /// <summary>
    /// The account of a connection string, reached with options of the caller's: those of <see cref="OptionsOfAll"/> and more.
    /// </summary>
    internal static BlobAccount Open(string connectionString, BlobClientOptions options)
    {
        try
        {
            return new BlobAccount(given => new BlobServiceClient(connectionString, given), options);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new FormatException("neither a connection string of a storage account nor the https address of its blob service.", fault);
        }
    }

    /// <summary>
    /// How often and how long every request tries: five times, some ten seconds in all where the storage answers at once.
    /// </summary>
    internal static BlobClientOptions OptionsOfAll()
    {
        var options = new BlobClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = 4,
                Delay = TimeSpan.FromSeconds(0.4),
                MaxDelay = TimeSpan.FromSeconds(8),
                NetworkTimeout = TimeSpan.FromSeconds(100),
            },
        };
        options.AddPolicy(new ReadableListing(), HttpPipelinePosition.PerRetry);
        return options;
    }

    /// <summary>For requests that somebody waits for: two tries, some six seconds at most where the storage does not answer.</summary>
    internal static BlobClientOptions OptionsOfReaders() => new()
    {
        Retry = { Mode = RetryMode.Fixed, MaxRetries = 1, Delay = TimeSpan.FromSeconds(0.2), NetworkTimeout = TimeSpan.FromSeconds(3) },
    };

    /// <summary>The same account for those who read and wait: it gives up soon, where the engine is patient.</summary>
    public BlobAccount ForReaders() => new(_connect, OptionsOfReaders());

    /// <summary>A container as a store.</summary>
    public BlobStore Container(string name, TimeProvider clock) => new(_service.GetBlobContainerClient(name), clock);

    /// <summary>Makes a container if it is not there.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="isPublic">Whether everybody may read its blobs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreException">It could not be made.</exception>
    public Task CreateContainerAsync(string name, bool isPublic, CancellationToken cancellationToken)
    {
        var container = _service.GetBlobContainerClient(name);
        var access = isPublic ? PublicAccessType.Blob : PublicAccessType.None;
        return new BlobFaults(container.Uri).ExplainAsync(
            "", "created", () => container.CreateIfNotExistsAsync(access, cancellationToken: cancellationToken));
    }
}
