using System.CommandLine;
using Press.Storage;

namespace Press.Cli;

/// <summary>The storage that a command works on.</summary>
/// <param name="Content">The account with the private containers.</param>
/// <param name="Everybody">The account with the public one.</param>
internal sealed record StorageAccounts(BlobAccount Content, BlobAccount Everybody)
{
    private const string Emulator = "UseDevelopmentStorage=true";

    public static Option<string?> ContentOption() => new("--storage", "-s")
    {
        HelpName = "CONNECTION",
        Description =
            "The storage account: a connection string, the https address of its blob service "
                + $"(then you are who 'az login' says), or {Emulator} for the emulator.",
    };

    public static Option<string?> PublicOption() =>
        new("--public-storage") { HelpName = "CONNECTION", Description = "The account of the public container, if that is another one." };

    /// <exception cref="CallException">The connections are none, or the containers could not be made.</exception>
    public static async Task<StorageAccounts> OpenAsync(string? content, string? everybody, CancellationToken cancellationToken)
    {
        if (content is null)
            throw new CallException(
                $"which storage account? Write --storage with a connection string, the https address of a blob service, or {Emulator}.");
        var accounts = new StorageAccounts(Open("--storage", content), Open("--public-storage", everybody ?? content));

        // Who has the keys may be the first here; who is asked for an identity finds what the deployment made.
        if (!content.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            await SiteContainers.CreateAsync(accounts.Content, accounts.Everybody, SiteContainers.Public, cancellationToken);
        return accounts;
    }

    public SiteStores ToStores(TimeProvider clock) => SiteContainers.Open(Content, Everybody, clock);

    private static BlobAccount Open(string option, string connection)
    {
        try
        {
            return BlobAccount.Open(connection);
        }
        catch (FormatException fault)
        {
            // Never the value itself: it may hold a key.
            throw new CallException($"what was written behind {option} is {fault.Message} The emulator is {Emulator}.");
        }
    }
}
