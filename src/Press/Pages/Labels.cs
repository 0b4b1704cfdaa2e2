using System.Globalization;

namespace Press;

/// <summary>The theme's own words in a language of the site.</summary>
internal sealed record Labels
{
    private static readonly Labels English = new();

    private static readonly Labels Korean = new()
    {
        Featured = "추천 글",
        Latest = "최근 글",
        Newer = "다음 글",
        Older = "이전 글",
        Minutes = "분 분량",
        Empty = "아직 글이 없습니다.",
        SkipToContent = "본문으로 건너뛰기",
        Languages = "언어",
        DateFormat = "yyyy'년 'M'월 'd'일'",
    };

    public string Featured { get; private init; } = "Featured";

    public string Latest { get; private init; } = "Latest";

    public string Newer { get; private init; } = "Newer";

    public string Older { get; private init; } = "Older";

    /// <summary>Follows the number of minutes.</summary>
    public string Minutes { get; private init; } = " min read";

    public string Empty { get; private init; } = "No posts yet.";

    public string SkipToContent { get; private init; } = "Skip to content";

    public string Languages { get; private init; } = "Languages";

    private string DateFormat { get; init; } = "d MMMM yyyy";

    /// <summary>The words of a language, or the English ones.</summary>
    public static Labels For(string language) => language.Split('-')[0] == "ko" ? Korean : English;

    public string Date(DateTimeOffset date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>A language's name for itself: 한국어. The tag, if the system does not know it.</summary>
    public static string NameOf(string language)
    {
        try
        {
            var name = CultureInfo.GetCultureInfo(language).NativeName;
            return name is "" || name.StartsWith("Unknown", StringComparison.Ordinal) ? language : name;
        }
        catch (CultureNotFoundException)
        {
            return language;
        }
    }

    public Dictionary<string, object?> ToVariables() => new()
    {
        ["featured"] = Featured,
        ["latest"] = Latest,
        ["newer"] = Newer,
        ["older"] = Older,
        ["minutes"] = Minutes,
        ["empty"] = Empty,
        ["skip_to_content"] = SkipToContent,
        ["languages"] = Languages,
    };
}
