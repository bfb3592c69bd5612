using System.CommandLine;

namespace CheckinBot.Commands;

/// <summary>Where a verb writes what it has made.</summary>
internal static class OutFile
{
    /// <summary><c>--out FILE</c>.</summary>
    public static Option<FileInfo?> Option { get; } = new("--out") { HelpName = "FILE", Description = "The file to write; the standard output by default." };

    /// <summary>Opens the output; a file that exists is overwritten.</summary>
    public static Stream Open(ParseResult commandLine) => commandLine.GetValue(Option)?.Create() ?? Console.OpenStandardOutput();
}
