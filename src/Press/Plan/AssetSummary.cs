using System.Text.Json.Serialization;

namespace Press;

/// <summary>What the site as a whole has to know of an author's file that may be published as it is.</summary>
/// <param name="SourceName">Its name.</param>
/// <param name="Content">A hash of its content.</param>
/// <param name="Facts">What its picture is; null if it is none, or cannot be read.</param>
/// <param name="ImageFault">Why its picture cannot be read; null if it can.</param>
internal sealed record AssetSummary(string SourceName, UInt128 Content, ImageFacts? Facts, string? ImageFault = null)
{
    /// <summary>A hash of the picture as it goes to the public, by which its smaller versions are kept; null if it is none.</summary>
    public string? Picture { get; init; }

    /// <summary>What its author should know of the picture.</summary>
    public IEnumerable<Diagnostic> Warnings()
    {
        if (ImageFault is { } fault)
            yield return ImageReading.Warning(SourceName, fault);
        if (ImageVariant.WarningFor(SourceName, Facts) is { } warning)
            yield return warning;
    }

    /// <summary>Its public file.</summary>
    [JsonIgnore]
    public string File => Press.SourceName.WithoutPostsFolder(SourceName);
}
