using System.Globalization;
using System.Text.RegularExpressions;

namespace Press.Storage;

/// <summary>What the operator sets of an app that publishes. Authors and designers cannot.</summary>
public sealed partial record AppSettings
{
    /// <summary>
    /// The account with the private containers: a connection string, or the https address of its blob service. The triggers use the same
    /// setting.
    /// </summary>
    public const string ContentStorageName = "ContentStorage";

    /// <summary>The account with the public container; that of <see cref="ContentStorageName"/> if it is not set.</summary>
    public const string PublicStorageName = "PublicStorage";

    /// <summary>The container that everybody reads: <c>public</c> if it is not set, or <c>$web</c>.</summary>
    public const string PublicContainerName = "Press:PublicContainer";

    /// <summary>Whether authors' HTML is published as it is, scripts included: <c>true</c> or <c>false</c>, the default.</summary>
    public const string TrustHtmlName = "Press:TrustHtml";

    /// <summary>
    /// For how many seconds the index API takes its catalog for the newest without asking: 0 to 3600, 5 if it is not set.
    /// </summary>
    public const string CatalogCacheSecondsName = "Press:CatalogCacheSeconds";

    // What the blob trigger reads of an account that is reached with an identity.
    private const string BlobServiceUri = "blobServiceUri";

    // What the queue trigger reads of the same account.
    private const string QueueServiceUri = "queueServiceUri";

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [ContentStorageName, PublicStorageName, PublicContainerName, TrustHtmlName, CatalogCacheSecondsName];

    public required BlobAccount ContentStorage { get; init; }

    public required BlobAccount PublicStorage { get; init; }

    public required string PublicContainer { get; init; }

    /// <summary>Whether the accounts are reached with keys, as an emulator's is.</summary>
    public required bool HasKeys { get; init; }

    public bool TrustHtml { get; init; }

    public TimeSpan CatalogCache { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <param name="setting">The value of a setting by its name, with a colon between sections as .NET's configuration has it; null if it
    /// is not set.</param>
    /// <param name="known">The names of all settings that are there; one that looks like a misspelt one of ours is an error.</param>
    /// <exception cref="AppSettingsException">One is missing or wrong. All are told at once.</exception>
    public static AppSettings Read(Func<string, string?> setting, IEnumerable<string> known)
    {
        var faults = new List<string>();
        faults.AddRange(known.Where(IsMisspelt).Order(StringComparer.Ordinal)
            .Select(name => $"'{Written(name)}' is no setting of Press. It has: {string.Join(", ", Names.Select(Written))}."));

        var content = Connection(ContentStorageName);
        var everybody = Connection(PublicStorageName);
        if (content is null)
            faults.Add(
                $"'{ContentStorageName}' is not set. It is a connection string, "
                    + $"or '{ContentStorageName}__{BlobServiceUri}' the https address of the account's blob service.");

        if (Value(ContentStorageName) is null && content is not null && !IsHttps(Value($"{ContentStorageName}:{QueueServiceUri}")))
        {
            var name = $"{ContentStorageName}__{QueueServiceUri}";
            faults.Add($"'{name}' is not the https address of the account's queue service, such as https://NAME.queue.core.windows.net.");
        }

        var contentAccount = Open(ContentStorageName, content);
        var publicAccount = everybody is null ? contentAccount : Open(PublicStorageName, everybody);
        if (Value(PublicContainerName) is { } container && !ContainerName().IsMatch(container))
            faults.Add(
                $"'{Written(PublicContainerName)}' cannot be '{container}'. It is the name of a container: "
                    + "small letters, digits and single hyphens, 3 to 63 of them; or $web.");
        var (trusts, seconds) = (Trust(), Seconds());
        if (faults.Count > 0)
            throw new AppSettingsException(string.Join(Environment.NewLine, faults));

        return new AppSettings
        {
            ContentStorage = contentAccount!,
            PublicStorage = publicAccount!,
            PublicContainer = Value(PublicContainerName) ?? SiteContainers.Public,
            HasKeys = !content!.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
            TrustHtml = trusts,
            CatalogCache = TimeSpan.FromSeconds(seconds),
        };

        static bool IsMisspelt(string name) =>
            name.StartsWith("Press:", StringComparison.OrdinalIgnoreCase) && !Names.Contains(name, StringComparer.OrdinalIgnoreCase);

        string? Connection(string name) =>
            Value(name) ?? Value($"{name}:{BlobServiceUri}");

        static bool IsHttps(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

        string? Value(string name) => string.IsNullOrWhiteSpace(setting(name)) ? null : setting(name);

        BlobAccount? Open(string name, string? connection)
        {
            try
            {
                return connection is null ? null : BlobAccount.Open(connection);
            }
            catch (FormatException fault)
            {
                // Never the value itself: it may hold a key.
                faults.Add($"'{name}' is {fault.Message}");
                return null;
            }
        }

        bool Trust()
        {
            if (Value(TrustHtmlName) is { } text && !bool.TryParse(text, out _))
                faults.Add($"'{Written(TrustHtmlName)}' cannot be '{text}'. It is true or false.");
            return bool.TryParse(Value(TrustHtmlName), out var trust) && trust;
        }

        int Seconds()
        {
            const int Default = 5;
            if (Value(CatalogCacheSecondsName) is not { } text)
                return Default;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 3600)
                return number;
            faults.Add($"'{Written(CatalogCacheSecondsName)}' cannot be '{text}'. It is a number of seconds from 0 to 3600.");
            return Default;
        }
    }

    // https://learn.microsoft.com/rest/api/storageservices/naming-and-referencing-containers--blobs--and-metadata
    [GeneratedRegex(@"^(\$web|(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ContainerName();

    /// <summary>The name as environments have it, where a colon cannot stand.</summary>
    private static string Written(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}

/// <summary>An app cannot start with these settings.</summary>
/// <param name="message">A line for each that is missing or wrong, which names it and says what would be right.</param>
public sealed class AppSettingsException(string message) : Exception(message);
