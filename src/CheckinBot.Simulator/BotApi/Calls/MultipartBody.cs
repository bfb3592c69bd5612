using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace CheckinBot.Simulator.BotApi.Calls;

/// <summary>
/// Reads multipart/form-data as leniently as Telegram does: clients put file names into the header with or without
/// quotes, as raw UTF-8 or as <c>filename*</c>, and some of that is no valid header by the standard.
/// </summary>
internal static partial class MultipartBody
{
    /// <exception cref="InvalidDataException">The parts are broken.</exception>
    public static async Task ReadAsync(
        Stream body,
        string boundary,
        Dictionary<string, string> values,
        Dictionary<string, Upload> uploads,
        CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is { } section)
        {
            using var content = new MemoryStream();
            await section.Body.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            var disposition = section.ContentDisposition ?? "";
            var name = Parameter(disposition, "name") ?? "";
            if (FileName(disposition) is { } fileName)
            {
                uploads[name] = new Upload(fileName, section.ContentType, content.ToArray());
            }
            else
            {
                values[name] = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
            }
        }
    }

    private static string? FileName(string disposition)
    {
        const string utf8 = "utf-8''";
        var extended = Parameter(disposition, "filename*");
        return extended?.StartsWith(utf8, StringComparison.OrdinalIgnoreCase) == true
            ? Uri.UnescapeDataString(extended[utf8.Length..])
            : Parameter(disposition, "filename");
    }

    private static string? Parameter(string disposition, string name)
    {
        foreach (Match match in Parameters().Matches(disposition))
        {
            if (match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return match.Groups["quoted"].Success
                    ? match.Groups["quoted"].Value.Replace("\\\"", "\"", StringComparison.Ordinal)
                    : match.Groups["plain"].Value.Trim();
            }
        }

        return null;
    }

    [GeneratedRegex("""(?<name>[A-Za-z*]+)\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<plain>[^;]*))""")]
    private static partial Regex Parameters();
}
