using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Press;

/// <summary>
/// kramdown's attribute lists, <c>{: .class #id key="value"}</c>: right behind a span for the span, on a line of their own
/// below a block for the block, or above one if a blank line parts them from what is above.
/// </summary>
/// <seealso href="https://kramdown.gettalong.org/syntax.html#inline-attribute-lists"/>
internal sealed partial class AttributeLists : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new ForBlocks());
        pipeline.InlineParsers.Insert(0, new ForSpans());
        pipeline.DocumentProcessed += Apply;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
        // Nothing of a list is left to be rendered.
    }

    private static void Apply(MarkdownDocument document)
    {
        foreach (var list in document.Descendants<BlockList>().ToList())
        {
            var siblings = list.Parent!;
            var place = siblings.IndexOf(list);
            var target = list.IsBelowText && place > 0 ? siblings[place - 1] : place + 1 < siblings.Count ? siblings[place + 1] : null;
            if (target is not null)
                list.Attributes.CopyTo(target.GetAttributes(), mergeIdAndProperties: true);
            siblings.RemoveAt(place);
        }

        foreach (var list in document.Descendants<SpanList>().ToList())
        {
            if (list.PreviousSibling is { } span and not LiteralInline)
                list.Attributes.CopyTo(span.GetAttributes(), mergeIdAndProperties: true);
            list.Remove();
        }
    }

    private static HtmlAttributes Read(string text)
    {
        var attributes = new HtmlAttributes();
        foreach (Match part in Part().Matches(text))
        {
            if (part.Groups["id"].Success)
                attributes.Id = part.Groups["id"].Value;
            else if (part.Groups["class"].Success)
                attributes.AddClass(part.Groups["class"].Value);
            else if (part.Groups["key"].Success)
                attributes.AddProperty(part.Groups["key"].Value, part.Groups["value"].Value);
        }

        return attributes;
    }

    [GeneratedRegex("""\#(?<id>[^\s.\#"'}]+)|\.(?<class>[^\s.\#"'}]+)|(?<key>[A-Za-z_:][\w:.-]*)=(?<quote>["'])(?<value>.*?)\k<quote>|[^\s]+""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Part();

    private sealed class BlockList(BlockParser parser) : LeafBlock(parser)
    {
        public required HtmlAttributes Attributes { get; init; }

        /// <summary>Whether no blank line stands between it and what is above.</summary>
        public required bool IsBelowText { get; init; }
    }

    private sealed class SpanList : LeafInline
    {
        public required HtmlAttributes Attributes { get; init; }
    }

    private sealed class ForBlocks : BlockParser
    {
        public ForBlocks() => OpeningCharacters = ['{'];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.ToString().TrimEnd();
            if (processor.IsCodeIndent || !line.StartsWith("{:", StringComparison.Ordinal) || line.IndexOf('}', StringComparison.Ordinal) != line.Length - 1)
                return BlockState.None;

            processor.NewBlocks.Push(new BlockList(this)
            {
                Attributes = Read(line[2..^1]),
                IsBelowText = IsBelowText(processor),
                Line = processor.LineIndex,
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            });
            return BlockState.BreakDiscard;
        }

        private static bool IsBelowText(BlockProcessor processor)
        {
            var above = processor.Line.Text.AsSpan(0, Math.Max(0, processor.CurrentLineStartPosition - 1));
            return !above[(above.LastIndexOf('\n') + 1)..].IsWhiteSpace();
        }
    }

    private sealed class ForSpans : InlineParser
    {
        public ForSpans() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekChar() != ':' || slice.AsSpan().IndexOfAny('}', '\n') is not (> 0 and var end) || slice.AsSpan()[end] != '}')
                return false;

            // Behind plain text it belongs to nothing, and is text itself.
            if (slice.Start == 0 || char.IsWhiteSpace(slice.PeekCharExtra(-1)))
                return false;

            processor.Inline = new SpanList
            {
                Attributes = Read(slice.AsSpan()[2..end].ToString()),
                Span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + end)),
                Line = line,
                Column = column,
            };
            slice.Start += end + 1;
            return true;
        }
    }
}
