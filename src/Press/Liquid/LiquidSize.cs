using Fluid.Values;

namespace Press;

/// <summary>How much there is to go over in a value.</summary>
internal static class LiquidSize
{
    // Lists hold lists only where a template put them there, step by step.
    private const int MaxDepth = 8;

    /// <summary>Characters of strings, and elements of lists with what they hold; counting stops where nobody may go over more.</summary>
    public static long Of(FluidValue value) => Of(value, LiquidLimits.MaxWork, MaxDepth);

    /// <summary>What a search for a text costs at worst: wherever it nearly is, it is compared.</summary>
    public static long OfSearch(FluidValue text, FluidValue sought)
    {
        var (length, words) = (Of(text), sought.Type == FluidValues.String ? sought.ToStringValue().Length : 1);
        return length + (length * words / 64);
    }

    private static long Of(FluidValue value, long most, int depth)
    {
        if (value is StringValue)
            return value.ToStringValue().Length;
        if (value is not ArrayValue list || depth == 0)
            return 1;

        var size = (long)list.Values.Count * LiquidLimits.ElementWork;
        foreach (var element in list.Values)
        {
            if (size > most)
                break;
            size += Of(element, most - size, depth - 1);
        }

        return size;
    }
}
