namespace Press;

/// <summary>
/// Gives back the particle that a bare link would swallow: in <c>https://example.com/b를</c> the 를 is grammar. Korean writes its
/// particles without a blank.
/// </summary>
internal static class KoreanParticle
{
    /// <summary>Particles, and forms of the copula, that follow a noun without a blank.</summary>
    private static readonly HashSet<string> Particles = new(
        """
        에서는 에서도 에서만 으로는 으로도 이라는 이라고 이라면 이라도 입니다 입니다만 이에요 예요 이고 이고요 이며 이지만 이네요 인데 인데요 였습니다 이었습니다
        까지는 까지도 부터는 에서 에는 에도 에만 에게 한테 으로 로는 로도 로만 까지 부터 처럼 보다 마다 조차 밖에 만큼 이나 이란 라는 라고 라면 라도 랑 이랑 하고
        을 를 은 는 이 가 의 에 로 와 과 도 만 나 며 요
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>A particle counts only after a letter or digit of ASCII: <c>/wiki/서울</c> is a path of its own.</summary>
    public static ReadOnlySpan<char> Trim(ReadOnlySpan<char> url)
    {
        var end = url.Length;
        while (end > 0 && url[end - 1] is >= '가' and <= '힣')
            end--;
        var isParticle = end > 0 && end < url.Length
            && (char.IsAsciiLetterOrDigit(url[end - 1]) || url[end - 1] is '/' && end == url.Length - 1)
            && Particles.Contains(url[end..].ToString());
        return isParticle ? url[..end] : url;
    }
}
