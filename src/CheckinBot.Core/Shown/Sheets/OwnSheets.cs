using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown.Sheets;

/// <summary>What is held about a user, for themselves.</summary>
/// <param name="UserId">The Telegram user.</param>
/// <param name="DisplayName">The name in Telegram at the time of linking.</param>
/// <param name="FirstSeenAt">The first word to the bot, in the user's zone; null for a stranger.</param>
/// <param name="AskedAt">When the user was last asked, in that zone; null where never.</param>
public sealed record OwnData(long UserId, string DisplayName, DateTime? FirstSeenAt, DateTime? AskedAt)
{
    /// <summary>The people for whom the user answers, and what the user calls them.</summary>
    public IReadOnlyList<(Person Person, Unit Unit, IReadOnlyList<string> Nicknames)> People { get; init; } = [];

    /// <summary>Every revision of theirs that is held, and when it was told, in the zone of their unit.</summary>
    public IReadOnlyList<(CheckIn CheckIn, DateTime At)> CheckIns { get; init; } = [];

    /// <summary>Who has looked at them, in words.</summary>
    public IReadOnlyList<string> Looks { get; init; } = [];
}

/// <summary>One's own data as a workbook: the account and whom it is tied to, every check-in, every look.</summary>
public static class OwnSheets
{
    /// <summary>The sheets in the reader's language.</summary>
    public static IReadOnlyList<Sheet> Of(OwnData data, Language language)
    {
        var phrases = new Phrases(language);
        var people = data.People.ToDictionary(one => one.Person.Id);
        return
        [
            new(phrases.SheetMyself, [new(phrases.ColumnItem, 24), new(phrases.ColumnContent, 48)], [.. Myself(data, phrases)])
            {
                Foot = [phrases.MyDataElsewhere],
            },
            new(phrases.SheetMyCheckIns,
                [
                    new(phrases.ColumnDay, 12), new(phrases.ColumnSlot, 10), new(phrases.ColumnName, 14), new(phrases.ColumnContent, 48),
                    new(phrases.ColumnReportedAt, 18), new(phrases.ColumnRevision, 8), new(phrases.ColumnByMe, 10),
                ],
                [.. data.CheckIns.Select(one => CheckIn(one.CheckIn, one.At, people[one.CheckIn.PersonId].Person, data.UserId, phrases))])
            { Nothing = phrases.Nothing, Landscape = true },
            new(phrases.SheetMyLooks, [new(phrases.ColumnContent, 80)], [.. data.Looks.Select(look => Row(Cell.Of(look)))]) { Nothing = phrases.Nothing },
        ];
    }

    private static IEnumerable<IReadOnlyList<Cell>> Myself(OwnData data, Phrases phrases)
    {
        yield return Row(Cell.Of("Telegram"), Cell.Of(data.UserId));
        yield return Row(Cell.Of(phrases.ColumnName), Cell.Of(data.DisplayName));
        yield return Row(Cell.Of(phrases.ItemLanguage), Cell.Of(phrases.LanguageName));
        if (data.FirstSeenAt is { } seen) yield return Row(Cell.Of(phrases.ItemKnownSince), new Cell.Moment(seen));
        if (data.AskedAt is { } asked) yield return Row(Cell.Of(phrases.ItemAskedAt), new Cell.Moment(asked));
        foreach (var (person, unit, nicknames) in data.People)
        {
            string[] told = [person.Name, unit.Path, person.Number ?? "", phrases.RoleName(person.Role), .. nicknames];
            yield return Row(Cell.Of(phrases.ItemLink), Cell.Of(string.Join(" · ", told.Where(one => one.Length > 0))));
        }
    }

    private static IReadOnlyList<Cell> CheckIn(CheckIn one, DateTime at, Person person, long userId, Phrases phrases) => Row(
        new Cell.Day(one.Day), Cell.Of(phrases.SlotName(one.Slot)), Cell.Of(person.Name), Cell.Of(AnswerLines.Facts(phrases, one.Answer)),
        new Cell.Moment(at), Cell.Of(one.Revision), Cell.Of(one.ReporterUserId == userId ? "✓" : ""));

    private static IReadOnlyList<Cell> Row(params IReadOnlyList<Cell> cells) => cells;
}
