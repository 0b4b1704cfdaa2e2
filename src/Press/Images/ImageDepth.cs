namespace Press;

/// <summary>How far a picture is looked into.</summary>
internal enum ImageDepth
{
    /// <summary>Its header alone.</summary>
    Size,

    /// <summary>Its pixels too, which tells whether they are all there.</summary>
    Pixels,

    /// <summary>Its pixels, of which smaller versions are made.</summary>
    Variants,
}
