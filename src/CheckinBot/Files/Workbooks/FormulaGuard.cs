namespace CheckinBot.Files.Workbooks;

/// <summary>Keeps a spreadsheet from running what people typed into a name or a place.</summary>
internal static class FormulaGuard
{
    /// <summary>
    /// The text with an apostrophe before it where a spreadsheet would take it for a formula (OWASP, "CSV Injection").
    /// Taking one leading apostrophe off gives the original back.
    /// </summary>
    public static string Guard(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
}
