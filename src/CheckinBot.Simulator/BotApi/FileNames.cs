using System.Text;

namespace CheckinBot.Simulator.BotApi;

/// <summary>Some clients put the UTF-8 bytes of a file name into the header as if they were Latin-1.</summary>
internal static class FileNames
{
    public static string Repair(string name)
    {
        if (name.All(c => c < 0x80) || name.Any(c => c > 0xFF))
        {
            return name;
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(name));
        }
        catch (DecoderFallbackException)
        {
            return name;
        }
    }
}
