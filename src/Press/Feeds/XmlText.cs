using System.Text;
using System.Xml;

namespace Press;

/// <summary>Text that XML can hold.</summary>
internal static class XmlText
{
    /// <summary>
    /// The text without the characters that no XML 1.0 document can hold, not even escaped (section 2.2): most control
    /// characters, U+FFFE, U+FFFF and halves of surrogate pairs.
    /// </summary>
    public static string Of(string text)
    {
        if (IsAllowed(text))
            return text;

        var allowed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i))
                allowed.Append(text[i]).Append(text[++i]);
            else if (XmlConvert.IsXmlChar(text[i]))
                allowed.Append(text[i]);
        }

        return allowed.ToString();
    }

    private static bool IsAllowed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsPair(text, i))
                i++;
            else if (!XmlConvert.IsXmlChar(text[i]))
                return false;
        }

        return true;
    }

    private static bool IsPair(string text, int i) => i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
}
