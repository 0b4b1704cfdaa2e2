using System.Text;

namespace Press;

/// <summary>What two spellings of one name have in common.</summary>
public static class NameKey
{
    /// <summary>The name without regard to case, width and Unicode form: <c>ＬＬＭ</c>, <c>llm</c> and <c>LLM</c> have one key.</summary>
    public static string Of(string name) =>
        name.Trim().ToNormalForm(NormalizationForm.FormKC).ToLowerInvariant().ToNormalForm(NormalizationForm.FormKC);
}
