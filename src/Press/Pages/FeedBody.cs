namespace Press;

/// <summary>A post as a feed has it.</summary>
/// <param name="Hash">Of its entry and its body.</param>
/// <param name="ReadAsync">Gives the HTML as its page has it; null if it cannot be had, and then its excerpt stands for it.</param>
internal sealed record FeedBody(UInt128 Hash, Func<ISourceContent, CancellationToken, ValueTask<string?>> ReadAsync);
