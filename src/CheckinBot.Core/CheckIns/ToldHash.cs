using System.Security.Cryptography;
using System.Text;

namespace CheckinBot.Core.CheckIns;

/// <summary>Tells whether an edited message still says the same. Telegram reports a mere reaction or the preview of a link as an edit.</summary>
public static class ToldHash
{
    private const int Bytes = 12;

    /// <summary>The hash of the words of a message, in hexadecimal digits.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Trim()))[..Bytes]);
}
