using System.Runtime.CompilerServices;
using Fluid.Values;

namespace Press;

/// <summary>How much there is to go over in a value.</summary>
internal static class LiquidSize
{
    // Lists hold lists only where a template put them there, step by step.
    private const int MaxDepth = 8;

    // Shorter lists are counted faster than they are found.
    private const int MinKept = 64;

    // Every page looks at the list of all posts.
    private static readonly ConditionalWeakTable<ArrayValue, StrongBox<long>> Kept = [];

    /// <summary>Characters of strings, and elements of lists with what they hold; counting stops where nobody may go over more.</summary>
    public static long Of(FluidValue value) => value is ArrayValue { Values.Count: >= MinKept } list
        ? Kept.GetValue(list, static list => new StrongBox<long>(Of(list, LiquidLimits.MaxWork, MaxDepth))).Value
        : Of(value, LiquidLimits.MaxWork, MaxDepth);

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
