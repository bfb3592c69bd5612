using System.Text;
using System.Text.Json;

namespace CheckinBot.Configuration;

/// <summary>Why a settings file cannot be read: which file, and where in it.</summary>
internal static class SettingsFileFault
{
    public static BadConfigurationException Of(string path, Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException { LineNumber: { } line } json)
                return new($"{path}, line {line + 1}, column {Column(path, line, json.BytePositionInLine ?? 0)}: {Reason(json)}");
        }

        return new($"{path} cannot be read: {(fault.InnerException ?? fault).Message}");
    }

    /// <summary>Of a file that cannot even be opened; the runtime's message names it.</summary>
    public static BadConfigurationException Denied(Exception fault) =>
        new($"{fault.Message} Give the user {Environment.UserName} the right to read it (chmod a+r, or chown), or move it away.");

    // The reader counts bytes, an editor characters.
    private static int Column(string path, long line, long bytes)
    {
        var text = File.ReadLines(path).Skip((int)line).FirstOrDefault() ?? "";
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Encoding.UTF8.GetCharCount(utf8, 0, (int)Math.Min(bytes, utf8.Length)) + 1;
    }

    // The place is in the message as well, counted from 0.
    private static string Reason(JsonException fault) => fault.Message.Split(" LineNumber:")[0].TrimEnd();
}
