using System.Collections.Immutable;

namespace Press;

/// <summary>A command that a post defines.</summary>
/// <param name="Body">What stands for it; <c>#</c> and a digit stand for an argument.</param>
/// <param name="Arguments">How many it takes, 0 to 9.</param>
/// <param name="Default">The first argument where none is written in brackets; null if it is not optional.</param>
internal sealed record TexMacro(ImmutableArray<TexToken> Body, int Arguments, ImmutableArray<TexToken>? Default)
{
    /// <summary>What stands for one call.</summary>
    public IEnumerable<TexToken> Expand(IReadOnlyList<IReadOnlyList<TexToken>> arguments, int at)
    {
        for (var place = 0; place < Body.Length; place++)
        {
            var isArgument = Body[place].Text is "#" && place + 1 < Body.Length && Body[place + 1].IsDigit;
            var number = isArgument ? Body[place + 1].Text[0] - '1' : -1;
            if (number < 0 || number >= arguments.Count)
            {
                yield return Body[place] with { At = at };
                continue;
            }

            place++;
            foreach (var token in arguments[number])
                yield return token;
        }
    }
}
