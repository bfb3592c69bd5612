using System.CommandLine;

namespace CheckinBot.Commands;

/// <summary>The option that names a unit.</summary>
internal static class UnitOption
{
    private const string ByPath = "The unit by its path: names from the top, joined by /.";

    /// <summary>Without it the verb is not understood.</summary>
    public static Option<string> Required(string description = ByPath) => new("--unit") { HelpName = "PATH", Description = description, Required = true };

    /// <summary>It may be left out.</summary>
    public static Option<string?> Optional(string description = ByPath) => new("--unit") { HelpName = "PATH", Description = description };
}
