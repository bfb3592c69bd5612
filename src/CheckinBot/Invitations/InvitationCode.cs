using System.Buffers.Text;
using System.Security.Cryptography;

namespace CheckinBot.Invitations;

/// <summary>Codes that nobody guesses: 128 random bits in the 22 characters that a deep link may carry.</summary>
internal static class InvitationCode
{
    /// <summary>A new code. One that begins with a dash is drawn again: spreadsheets and command lines take it for something else.</summary>
    public static string New()
    {
        string code;
        do
        {
            code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        }
        while (code[0] == '-');
        return code;
    }

    /// <summary>Opens the private chat with the bot and hands it the code.</summary>
    public static string Link(string botUserName, string code) => $"https://t.me/{botUserName}?start={code}";
}
