using System.Collections.Immutable;

namespace Press;

/// <summary>What a page has to know of a picture, so that nothing jumps when it comes and nobody loads more of it than is shown.</summary>
/// <param name="Width">In CSS pixels, as it is shown: turned as its EXIF orientation says.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Variants">Its smaller versions, the narrowest first; empty if there are none.</param>
internal sealed record ImageFacts(int Width, int Height, ImmutableArray<ImageVariant> Variants);
