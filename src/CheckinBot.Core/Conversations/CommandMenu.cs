using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations;

/// <summary>The commands that Telegram offers in its menus, by <see cref="CommandTable"/>.</summary>
public static class CommandMenu
{
    /// <summary>Commands that nobody but the asker and the bot needs to see in a group.</summary>
    public static IReadOnlyList<string> SeenByAskerOnly => [.. In(Menus.GroupMembers).Select(entry => entry.Name)];

    /// <summary>In every private chat.</summary>
    public static IReadOnlyList<(string Command, string Description)> Private(Language language) => Describe(In(Menus.Private), language);

    /// <summary>In the private chat of somebody with these roles: what they may do at their unit, and then what everybody may.</summary>
    public static IReadOnlyList<(string Command, string Description)> Staff(IReadOnlyList<Role> roles, Language language) => Describe(
        CommandTable.All
            .Where(entry => entry.May is { } permission && roles.Any(role => Permissions.Allows(role, permission, Relation.AtUnit)))
            .Concat(In(Menus.Private)),
        language);

    /// <summary>In groups, for everybody: answered to the asker alone (Bot API 10.2), so asking disturbs nobody.</summary>
    public static IReadOnlyList<(string Command, string Description)> Member(Language language) => Describe(In(Menus.GroupMembers), language);

    /// <summary>In groups, for their administrators.</summary>
    public static IReadOnlyList<(string Command, string Description)> Group(Language language) => Describe(In(Menus.GroupAdministrators), language);

    private static IEnumerable<CommandEntry> In(Menus menu) => CommandTable.All.Where(entry => entry.Menus.HasFlag(menu));

    private static IReadOnlyList<(string, string)> Describe(IEnumerable<CommandEntry> commands, Language language) =>
        [.. commands.Select(entry => (entry.Name, new Phrases(language).CommandDescription(entry.Name)))];
}
