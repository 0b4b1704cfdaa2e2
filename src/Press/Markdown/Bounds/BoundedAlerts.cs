using Markdig.Extensions.Alerts;
using Markdig.Helpers;
using Markdig.Parsers;

namespace Press;

/// <summary>Markdig's alerts, with a bound for how many there are: each quote that becomes one is searched for among all blocks.</summary>
internal sealed class BoundedAlerts : AlertInlineParser
{
    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var cuts = CutMarkup.Of(processor.Document);
        if (cuts.Alerts >= Limits.Alerts)
            return false;
        var isAlert = base.Match(processor, ref slice);
        if (isAlert && ++cuts.Alerts == Limits.Alerts)
        {
            CutMarkup.Add(
                processor,
                FormattableString.Invariant(
                    $"a post has at most {Limits.Alerts:N0} alerts; those after this one are quotes. Write fewer."));
        }

        return isAlert;
    }
}
