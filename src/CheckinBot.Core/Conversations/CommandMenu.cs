using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations;

/// <summary>The commands that Telegram offers in its menu.</summary>
public static class CommandMenu
{
    private static readonly string[] InPrivate = ["status", "undo", "cancel", "help", "language", "me"];

    private static readonly (string Command, Permission Permission)[] ForStaff =
    [
        ("missing", Permission.SeeMissing), ("report", Permission.CheckIn), ("class", Permission.ManageGuardians), ("transfer", Permission.Transfer),
        ("digest", Permission.SeeDigest), ("cases", Permission.SeeCases), ("settings", Permission.SettleSettings), ("looks", Permission.SeeLooks),
    ];

    private static readonly string[] ForMembers = ["help"];

    private static readonly string[] InGroups = ["bind", "unbind", "tidy", "help"];

    /// <summary>In every private chat.</summary>
    public static IReadOnlyList<(string Command, string Description)> Private(Language language) => Describe(InPrivate, language);

    /// <summary>In the private chat of somebody with these roles: what they may do at their unit, and then what everybody may.</summary>
    public static IReadOnlyList<(string Command, string Description)> Staff(IReadOnlyList<Role> roles, Language language) => Describe(
        [.. ForStaff.Where(one => roles.Any(role => Permissions.Allows(role, one.Permission, Relation.AtUnit))).Select(one => one.Command), .. InPrivate], language);

    /// <summary>In groups, for everybody: answered to the asker alone (Bot API 10.2), so asking disturbs nobody.</summary>
    public static IReadOnlyList<(string Command, string Description)> Member(Language language) => Describe(ForMembers, language);

    /// <summary>Commands that nobody but the asker and the bot needs to see in a group.</summary>
    public static IReadOnlyList<string> SeenByAskerOnly => ForMembers;

    /// <summary>In groups, for their administrators.</summary>
    public static IReadOnlyList<(string Command, string Description)> Group(Language language) => Describe(InGroups, language);

    private static IReadOnlyList<(string, string)> Describe(string[] commands, Language language) =>
        [.. commands.Select(command => (command, new Phrases(language).CommandDescription(command)))];
}
