using CheckinBot.Bots;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;

namespace CheckinBot.Jobs;

/// <summary>
/// Opens a slot: each group of a class gets a card. Families whose class has a group are left in peace until the first
/// reminder; the others are asked in private.
/// </summary>
internal sealed class OpenRun(Database database, Outbox outbox, UnitRulesLoader rules, BotIdentity bot, PrivateInGroup privateInGroup, Asking asking) : EventRun
{
    public override SchoolDayEventKind Kind => SchoolDayEventKind.Open;

    public override bool LeavesWaivedAlone => true;

    public override bool Concerns(ScheduledUnit unit) => unit.HasPeople;

    public override Task WhileWaived(DbSession session, Unit unit, DueEvent due, DateTimeOffset now) =>
        new CheckInStore(session).CarryAbsences(unit.Id, due.Event.Day, due.Event.Slot, now, CancellationToken.None);

    public override async Task<Func<DbSession, IReadOnlyList<Unit>, ValueTask>> Prepare(
        ScheduledUnits units, DueEvent due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var withCard = await UnitsWithCard(cancellationToken);
        var withoutCard = units.Units.Where(Concerns).Select(unit => unit.Unit.Id).Where(id => !withCard.Contains(id)).ToHashSet();
        var toAsk = due.ReminderFollows ? null : await asking.UsersByUnit(due.Event.Day, due.Event.Slot, withoutCard, 0, withTravel: false, cancellationToken);
        return Each(async (session, unit) =>
        {
            await new CheckInStore(session).CarryAbsences(unit.Id, due.Event.Day, due.Event.Slot, now, CancellationToken.None);
            if (unit.Kind == UnitKind.Class) await PostCards(session, unit, due.Event);
            if (toAsk is not null) await asking.Ask(session, toAsk[unit.Id], ReminderKind.Opened);
        });
    }

    private async Task<IReadOnlySet<long>> UnitsWithCard(CancellationToken cancellationToken)
    {
        await using var session = await database.OpenRead(cancellationToken);
        return (await new GroupStore(session).All(cancellationToken))
            .Select(group => group.Binding.Unit)
            .Where(unit => unit.Kind == UnitKind.Class)
            .Select(unit => unit.Id)
            .ToHashSet();
    }

    private async ValueTask PostCards(DbSession session, Unit unit, SchoolDayEvent open)
    {
        var groups = await new GroupStore(session).OfUnit(unit.Id, CancellationToken.None);
        if (groups.Count == 0) return;
        var coverage = await new MissingStore(session).CoverageOf(unit.Id, open.Day, open.Slot, CancellationToken.None);
        // This is a class without boarders in the evening.
        if (coverage.Expected == 0) return;
        var card = new GroupCard(unit.Id, unit.ShortName, open.Day, open.Slot, coverage.Reported, coverage.Excused, coverage.Expected)
        {
            Staff = coverage.Staff,
        };
        var language = (await rules.For(session, unit.Id, CancellationToken.None)).Language;
        var text = card.Text(language);
        foreach (var group in groups)
        {
            var chatId = group.Binding.ChatId;
            var ephemeral = privateInGroup.Works == true;
            await new CardStore(session).Add(unit.Id, chatId, open.Day, open.Slot, card.Shown(language, ephemeral), CancellationToken.None);
            var message = new OutgoingMessage(chatId, text)
            {
                Lane = Lane.Digests,
                Keyboard = card.Keyboard(language, bot.UserName, ephemeral),
                Track = new Track.Card(unit.Id, open.Day, open.Slot),
            };
            await outbox.Send(session, message, CancellationToken.None);
            if (privateInGroup.Works is null) await Prove(session, group, language);
        }
    }

    /// <summary>Tries out, after a restart, whether the server can show a message to one person: to whoever bound the group.</summary>
    private ValueTask Prove(DbSession session, UnitGroup group, Language language) =>
        group is { Rights.IsAdministrator: true, BoundBy: { } userId }
            ? outbox.Send(session, GroupCard.Proof(group.Binding.ChatId, userId, language), CancellationToken.None)
            : ValueTask.CompletedTask;
}
