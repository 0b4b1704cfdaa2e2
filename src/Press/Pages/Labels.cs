using System.Collections.Immutable;
using System.Globalization;

namespace Press;

/// <summary>The theme's own words in a language of the site.</summary>
internal sealed class Labels
{
    private static readonly Labels English = new("d MMMM yyyy", new()
    {
        ["archive"] = "Archive",
        ["categories"] = "Categories",
        ["category"] = "Category",
        ["contents"] = "Contents",
        ["empty"] = "No posts yet.",
        ["featured"] = "Featured",
        ["feed"] = "Feed",
        ["home"] = "Home",
        ["latest"] = "Latest",
        ["minutes"] = " min read",
        ["newer"] = "Newer",
        ["not_found"] = "Page not found",
        ["not_found_text"] = "There is nothing at this address. It may have moved; the search and the archive know where.",
        ["older"] = "Older",
        ["redirect"] = "This page has moved",
        ["related"] = "Related posts",
        ["search"] = "Search",
        ["search_found"] = "{0} found",
        ["search_label"] = "Search titles, tags and summaries",
        ["search_lost"] = "The list of posts cannot be loaded. Try again later.",
        ["search_none"] = "Nothing found.",
        ["search_script"] = "The search needs JavaScript. The archive lists every post.",
        ["skip_to_content"] = "Skip to content",
        ["tag"] = "Tag",
        ["tags"] = "Tags",
        ["theme"] = "Light or dark",
        ["updated"] = "updated",
    });

    private static readonly Labels Korean = new("yyyy'년 'M'월 'd'일'", new()
    {
        ["archive"] = "전체 글",
        ["categories"] = "분류",
        ["category"] = "분류",
        ["contents"] = "목차",
        ["empty"] = "아직 글이 없습니다.",
        ["featured"] = "추천 글",
        ["feed"] = "피드",
        ["home"] = "홈",
        ["latest"] = "최근 글",
        ["minutes"] = "분 분량",
        ["newer"] = "다음 글",
        ["not_found"] = "페이지를 찾을 수 없습니다",
        ["not_found_text"] = "이 주소에는 아무것도 없습니다. 옮겨졌을 수 있으니 검색이나 전체 글에서 찾아보세요.",
        ["older"] = "이전 글",
        ["redirect"] = "주소가 바뀌었습니다",
        ["related"] = "관련 글",
        ["search"] = "검색",
        ["search_found"] = "{0}개의 글",
        ["search_label"] = "제목, 태그, 요약에서 검색",
        ["search_lost"] = "글 목록을 불러오지 못했습니다. 잠시 뒤에 다시 시도해 주세요.",
        ["search_none"] = "찾은 글이 없습니다.",
        ["search_script"] = "검색에는 자바스크립트가 필요합니다. 전체 글에서 모든 글을 볼 수 있습니다.",
        ["skip_to_content"] = "본문으로 건너뛰기",
        ["tag"] = "태그",
        ["tags"] = "태그",
        ["theme"] = "밝게 또는 어둡게",
        ["updated"] = "수정",
    });

    private readonly string _dateFormat;

    private Labels(string dateFormat, Dictionary<string, string> words) =>
        (_dateFormat, Words) = (dateFormat, words.ToImmutableDictionary(StringComparer.Ordinal));

    /// <summary>The words by the names that layouts know them by.</summary>
    public ImmutableDictionary<string, string> Words { get; }

    /// <summary>The words of a language, or the English ones.</summary>
    public static Labels For(string language) => language.Split('-')[0] == "ko" ? Korean : English;

    public string Date(DateTimeOffset date) => date.ToString(_dateFormat, CultureInfo.InvariantCulture);

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
}
