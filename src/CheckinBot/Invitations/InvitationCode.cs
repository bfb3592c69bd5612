using System.Buffers.Text;
using System.Security.Cryptography;

namespace CheckinBot.Invitations;

/// <summary>Codes that nobody guesses: 128 random bits in the 22 characters that a deep link may carry.</summary>
internal static class InvitationCode
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Opens the private chat with the bot and hands it the code.</summary>
    public static string Link(string botUserName, string code) => $"https://t.me/{botUserName}?start={code}";
}
