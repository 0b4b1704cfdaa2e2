using System.Diagnostics.CodeAnalysis;

namespace Press.Tests.Cost;

/// <summary>
/// The count to which instrumented code adds: one for each call and each turn of a loop, and what the framework's own searches
/// and copies look at, since they cannot be instrumented. It depends on the input alone, not on the machine.
/// </summary>
[SuppressMessage("Naming", "CA1715", Justification = "The names are those of the framework's methods.")]
public static class Steps
{
    private static long _count;

    public static long Total => Interlocked.Read(ref _count);

    public static void Add() => Interlocked.Increment(ref _count);

    // What follows stands in place of the framework's methods of the same names and parameters.
    public static int IndexOf<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => Seen(span.IndexOf(value), span.Length);

    public static int IndexOf<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> value)
        where T : IEquatable<T>? => Seen(span.IndexOf(value), span.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> span, T a, T b)
        where T : IEquatable<T>? => Seen(span.IndexOfAny(a, b), span.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> span, T a, T b, T c)
        where T : IEquatable<T>? => Seen(span.IndexOfAny(a, b, c), span.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> values)
        where T : IEquatable<T>? => Seen(span.IndexOfAny(values), span.Length);

    public static int IndexOfAny<T>(ReadOnlySpan<T> span, System.Buffers.SearchValues<T> values)
        where T : IEquatable<T>? => Seen(span.IndexOfAny(values), span.Length);

    public static int IndexOfAnyExcept<T>(ReadOnlySpan<T> span, System.Buffers.SearchValues<T> values)
        where T : IEquatable<T>? => Seen(span.IndexOfAnyExcept(values), span.Length);

    public static bool Contains<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => IndexOf(span, value) >= 0;

    public static int Count<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>? => Seen(span.Count(value), span.Length, isCount: true);

    public static int LastIndexOf<T>(ReadOnlySpan<T> span, T value)
        where T : IEquatable<T>?
    {
        var index = span.LastIndexOf(value);
        Seen(-1, span.Length - Math.Max(index, 0));
        return index;
    }

    public static int IndexOf(string text, char value) => Seen(text.IndexOf(value, StringComparison.Ordinal), text.Length);

    public static int IndexOf(string text, char value, int start) => Seen(text.IndexOf(value, start) - start, text.Length - start) + start;

    public static int IndexOf(string text, string value, StringComparison comparison) => Seen(text.IndexOf(value, comparison), text.Length);

    public static bool Contains(string text, string value, StringComparison comparison) => IndexOf(text, value, comparison) >= 0;

    public static bool Contains(string text, char value, StringComparison comparison) =>
        Seen(text.IndexOf(value, comparison), text.Length) >= 0;

    public static void Copy(Array source, int from, Array target, int to, int length)
    {
        Array.Copy(source, from, target, to, length);
        Seen(-1, length);
    }

    public static int ListIndexOf<T>(List<T> list, T item) => Seen(list.IndexOf(item), list.Count);

    public static bool ListContains<T>(List<T> list, T item) => Seen(list.IndexOf(item), list.Count) >= 0;

    public static bool ListRemove<T>(List<T> list, T item)
    {
        Seen(-1, list.Count);
        return list.Remove(item);
    }

    public static void ListRemoveAt<T>(List<T> list, int index)
    {
        Seen(-1, list.Count - index);
        list.RemoveAt(index);
    }

    public static void ListInsert<T>(List<T> list, int index, T item)
    {
        Seen(-1, list.Count - index);
        list.Insert(index, item);
    }

    /// <summary>Searches and copies are vectors' work: they look at eight items or more in the time of one step.</summary>
    private static int Seen(int found, int length, bool isCount = false)
    {
        Interlocked.Add(ref _count, (found < 0 || isCount ? length : found) / 8);
        return found;
    }
}
