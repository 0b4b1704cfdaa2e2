namespace Press.Cli.Serve;

/// <summary>How a site is served.</summary>
/// <param name="Port">The port; 0 for a free one.</param>
/// <param name="TrustsHtml">The operator's word that authors' HTML may run.</param>
/// <param name="Opens">Whether the home page is opened in the browser.</param>
/// <param name="Shown">Which posts are shown beyond the public ones.</param>
internal sealed record ServeOptions(int Port, bool TrustsHtml, bool Opens, ShownPosts Shown);
