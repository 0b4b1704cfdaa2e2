using System.Globalization;
using System.Text;

namespace Press;

/// <summary>Takes what a template prints, up to a bound.</summary>
internal class LiquidWriter(LiquidBudget budget) : StringWriter(new StringBuilder(), CultureInfo.InvariantCulture)
{
    public override void Write(char value)
    {
        Take([value]);
        base.Write(value);
    }

    public override void Write(char[] buffer, int index, int count)
    {
        Take(buffer.AsSpan(index, count));
        base.Write(buffer, index, count);
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Take(buffer);
        base.Write(buffer);
    }

    public override void Write(string? value)
    {
        Take(value);
        base.Write(value);
    }

    /// <summary>Takes note of text before it is printed.</summary>
    protected virtual void Take(ReadOnlySpan<char> printed) => budget.Print(printed.Length);

    // The library writes without waiting where it can; the rest comes here, and the base writes it synchronously too.
    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }
}
