using System.CommandLine;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Settings;
using CheckinBot.Storage.Users;

namespace CheckinBot.Commands;

/// <summary>Shows which settings hold in a unit and where they come from, and changes them.</summary>
internal static class SettingsCommand
{
    private static readonly Argument<string?> Key = new("KEY")
    {
        Description = "A key of the configuration, such as SchoolDay:OpensAt; all keys where it is left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Argument<string?> Value = new("VALUE")
    {
        Description = "The value that shall hold in the unit and below it.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<string> Unit = UnitOption.Required();
    private static readonly Option<string?> Unset = new("--unset")
    {
        HelpName = "KEY",
        Description = "Take the unit's own value away: what holds above it holds again.",
    };

    public static Command Create()
    {
        var command = new Command("settings", "Show what holds in a unit and from which unit it comes, or change it. A running worker obeys without a restart.")
        {
            Key,
            Value,
            Unit,
            Unset,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult commandLine, CancellationToken cancellationToken)
    {
        var (settings, database) = await CommandDatabase.Open(commandLine, cancellationToken);
        var (key, value, unset) = (commandLine.GetValue(Key), commandLine.GetValue(Value), commandLine.GetValue(Unset));
        var changes = unset is not null || value is not null;
        await using var session = changes ? await database.OpenWrite(cancellationToken) : await database.OpenRead(cancellationToken);
        if (await CommandDatabase.FindUnit(session, commandLine.GetRequiredValue(Unit), cancellationToken) is not { } unit) return CommandLine.Failed;
        var book = new SettingBook(session, new UnitRulesLoader(settings, database).Reader);
        if (!changes)
        {
            await Show(await book.Lines(unit, cancellationToken), key is null ? null : book.KeyOf(key));
            return 0;
        }

        // A key that a newer program does not know any more can still be taken away.
        var isStored = (await new SettingStore(session).OfLineage(unit.Id, cancellationToken)).Any(one => one.UnitId == unit.Id && one.Key == unset);
        var changed = isStored ? unset! : book.KeyOf(unset ?? key!);
        await book.Check(unit, changed, unset is null ? value : null, cancellationToken);
        await new SettingStore(session).Change(
            unit.Id, changed, unset is null ? value!.Trim() : null, Looker.Operator(Environment.UserName), TimeProvider.System.GetUtcNow(), cancellationToken);
        await session.Commit(cancellationToken);
        await using var after = await database.OpenRead(cancellationToken);
        await Show(await new SettingBook(after, book.Reader).Lines(unit, cancellationToken), changed);
        return 0;
    }

    private static async Task Show(IReadOnlyList<Core.Conversations.Turns.SettingLine> lines, string? key)
    {
        foreach (var line in lines.Where(line => key is null || line.Key == key))
            await Console.Out.WriteLineAsync($"{line.Key} = {line.Value}, from {line.From?.Path ?? "the configuration"}");
    }
}
