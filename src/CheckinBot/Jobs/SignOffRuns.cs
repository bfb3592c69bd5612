using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;
using CheckinBot.Digests;
using CheckinBot.LocalSettings;
using CheckinBot.Sending;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Jobs;

/// <summary>Tells a school, once, that everybody is accounted for and nobody has signed; the message carries the button that does.</summary>
internal sealed class SignOffRun(Database database, DigestReader digests, Outbox outbox, UnitRulesLoader rules) : CountingRun(database, digests)
{
    private readonly DigestReader _digests = digests;

    public override SchoolDayEventKind Kind => SchoolDayEventKind.SignOff;

    public override bool Concerns(ScheduledUnit unit) => unit.Unit.Kind == UnitKind.School;

    protected override async ValueTask Act(DbSession session, Unit unit, DigestTree tree, DueEvent due)
    {
        var view = await _digests.View(session, tree.Digest(unit.Id)!, CancellationToken.None);
        if (view.Shown.ZeroReport != ZeroReport.Unsigned) return;
        var language = (await rules.For(session, unit.Id, CancellationToken.None)).Language;
        foreach (var officer in await new PersonStore(session).Holders(unit.Id, Role.SchoolOfficer, CancellationToken.None))
        {
            var phrases = new Phrases(officer.Language ?? language);
            var text = $"{phrases.UnsignedAtDeadline(unit.Name, view.Shown.HasCases)}\n{phrases.NumbersToSign(view.Shown.Numbers)}";
            var message = new OutgoingMessage(officer.UserId, text)
            {
                Lane = Lane.Reminders,
                Keyboard = Keyboard.Column(DigestKeyboard.Sign(view, phrases), DigestKeyboard.OpenButton(view.Shown.Unit, view.Shown.Moment, phrases)),
            };
            await outbox.Send(session, message, CancellationToken.None);
        }
    }
}

/// <summary>Tells the level above, once, which schools could have signed and have not: their names, no ranking.</summary>
internal sealed class SignOffAboveRun(Database database, DigestReader digests, Outbox outbox, UnitRulesLoader rules) : CountingRun(database, digests)
{
    private const int MostNames = 10;

    private readonly DigestReader _digests = digests;

    public override SchoolDayEventKind Kind => SchoolDayEventKind.SignOffAbove;

    public override bool Concerns(ScheduledUnit unit) => unit.Unit.Kind == UnitKind.Area;

    protected override async ValueTask Act(DbSession session, Unit unit, DigestTree tree, DueEvent due)
    {
        var officials = await new PersonStore(session).Holders(unit.Id, Role.Official, CancellationToken.None);
        if (officials.Count == 0) return;
        var view = await _digests.View(session, tree.Digest(unit.Id, depth: 1)!, CancellationToken.None);
        var unsigned = view.Shown.Parts.Where(part => part.Unit.Kind == UnitKind.School && part.ZeroReport == ZeroReport.Unsigned)
            .Select(part => part.Unit.Name).ToList();
        if (unsigned.Count == 0) return;
        var language = (await rules.For(session, unit.Id, CancellationToken.None)).Language;
        foreach (var official in officials)
        {
            var phrases = new Phrases(official.Language ?? language);
            var message = new OutgoingMessage(official.UserId, phrases.UnsignedBelow(unit.Name, [.. unsigned.Take(MostNames)], unsigned.Count))
            {
                Lane = Lane.Reminders,
                Keyboard = Keyboard.Row(DigestKeyboard.OpenButton(view.Shown.Unit, view.Shown.Moment, phrases)),
            };
            await outbox.Send(session, message, CancellationToken.None);
        }
    }
}
