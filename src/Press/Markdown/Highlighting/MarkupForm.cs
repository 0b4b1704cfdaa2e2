namespace Press;

/// <summary>Which elements a language has.</summary>
internal enum MarkupForm
{
    None,

    /// <summary>The text is a document of elements.</summary>
    Xml,

    /// <summary>As XML; <c>script</c> and <c>style</c> hold code.</summary>
    Html,

    /// <summary>Elements are values among code.</summary>
    Jsx,
}
