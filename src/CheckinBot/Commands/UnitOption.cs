using System.CommandLine;

namespace CheckinBot.Commands;

/// <summary>The option that names a unit.</summary>
internal static class UnitOption
{
    private const string ByPath = "The unit by its path: names from the top, joined by /.";

    /// <summary>The option of verbs that need a unit.</summary>
    public static Option<string> Required(string description = ByPath) => new("--unit") { HelpName = "PATH", Description = description, Required = true };

    /// <summary>The option of verbs that work without a unit too.</summary>
    public static Option<string?> Optional(string description = ByPath) => new("--unit") { HelpName = "PATH", Description = description };
}
