namespace Press.Http;

/// <summary>The API in OpenAPI 3.1. It is written by hand, and a test holds it against real answers.</summary>
internal static class OpenApiDocument
{
    public static byte[] Json { get; } = Read();

    public static ReadyAnswer Answer { get; } = ReadyAnswer.Of(Json, lastModified: null);

    private static byte[] Read()
    {
        using var stream = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
