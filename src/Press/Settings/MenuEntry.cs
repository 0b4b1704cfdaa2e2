namespace Press;

/// <summary>An entry of the <c>menu</c> of the settings.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Url">Where it leads: a path of the site without its base URL, or an absolute URL.</param>
public sealed record MenuEntry(LocalText Title, LocalText Url);
