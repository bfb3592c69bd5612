using System.Text;
using System.Text.RegularExpressions;

namespace CheckinBot.Rosters;

/// <summary>Decodes a text file as Chinese offices save it: UTF-8 with or without a mark, GB18030 (Excel's "CSV"), UTF-16 (Excel's "Unicode text").</summary>
internal static partial class RosterText
{
    /// <summary>The text, and the name of its encoding.</summary>
    /// <exception cref="RosterFileException">The bytes are text in none of them.</exception>
    public static (string Text, string Encoding) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) return (Strict(new UTF8Encoding(false, true), bytes[3..]), "UTF-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Strict(new UnicodeEncoding(false, false, true), bytes[2..]), "UTF-16");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return (Strict(new UnicodeEncoding(true, false, true), bytes[2..]), "UTF-16");
        // Bytes that are valid UTF-8 and not ASCII are practically never GB18030, so that order is safe.
        if (TryStrict(new UTF8Encoding(false, true), bytes) is { } utf8) return (utf8, "UTF-8");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var gb18030 = Encoding.GetEncoding("gb18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return (Strict(gb18030, bytes), "GB18030");
    }

    /// <summary>The text with <c>="0007"</c>, by which programs keep a spreadsheet from making 7 of it, in quotation marks alone.</summary>
    public static string WithoutFormulas(string text) => text.Contains("=\"", StringComparison.Ordinal) ? Kept().Replace(text, "$1") : text;

    /// <summary>The same of a cell, as a spreadsheet itself saves it.</summary>
    public static string WithoutFormula(string cell) => cell is ['=', '"', .., '"'] and { Length: > 2 } ? cell[2..^1] : cell;

    [GeneratedRegex(@"(?<=^|[,;\t\r\n])=(""[^""\r\n]*"")(?=$|[,;\t\r\n])")]
    private static partial Regex Kept();

    private static string Strict(Encoding encoding, ReadOnlySpan<byte> bytes) =>
        TryStrict(encoding, bytes)
        ?? throw new RosterFileException("the file is text in neither UTF-8, UTF-16 nor GB18030; save it as 'CSV UTF-8' or as .xlsx");

    private static string? TryStrict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
