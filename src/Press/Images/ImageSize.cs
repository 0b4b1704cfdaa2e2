namespace Press;

/// <summary>What a page needs to show a picture of the site without a jump, and without loading more of it than is shown.</summary>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">Likewise.</param>
/// <param name="Srcset">Its smaller versions, as the attribute of this name has them; null if there are none.</param>
public sealed record ImageSize(int Width, int Height, string? Srcset);
