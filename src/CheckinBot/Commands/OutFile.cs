using System.CommandLine;

namespace CheckinBot.Commands;

/// <summary>Where a verb writes what it has made.</summary>
internal static class OutFile
{
    /// <summary><c>--out FILE</c>.</summary>
    public static Option<FileInfo?> Option { get; } = new("--out") { HelpName = "FILE", Description = "The file to write; the standard output by default." };

    /// <summary><c>--no-bom</c>.</summary>
    public static Option<bool> NoMark { get; } = new("--no-bom") { Description = "A CSV file without the mark (BOM) by which Excel knows that it is UTF-8." };

    /// <summary>Opens it; a file that is there already is written anew.</summary>
    public static Stream Open(ParseResult commandLine) => commandLine.GetValue(Option)?.Create() ?? Console.OpenStandardOutput();

    /// <summary>A file is opened by a double click; what goes to the standard output, a script reads.</summary>
    public static bool IsForExcel(ParseResult commandLine) => commandLine.GetValue(Option) is not null && !commandLine.GetValue(NoMark);
}
