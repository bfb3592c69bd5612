using CheckinBot.Cases;
using CheckinBot.Configuration;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Staff;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Settings;
using CheckinBot.Core.Texts;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;

namespace CheckinBot.Conversations;

/// <summary>Reads what <c>/settings</c>, <c>/looks</c> and <c>/requests</c> show, and cases.</summary>
internal sealed class StaffContext(UnitRulesLoader rules, CaseReader cases)
{
    private const int MostLooks = 500;
    private static readonly TimeSpan FamilySeesLooksOf = TimeSpan.FromDays(90);

    /// <summary>The settings of the unit that is meant, with the change that is wanted; none where no unit is clear.</summary>
    public async ValueTask<ConversationContext> WithSettings(
        DbSession session, ConversationContext context, Conversation conversation, ConversationEvent @event, CancellationToken cancellationToken)
    {
        if (SettingsRequest.Of(conversation, @event) is not { } asked
            || await Meant(session, context, asked.UnitId, Permission.SettleSettings, cancellationToken) is not { } unit)
        {
            return context;
        }

        var book = new SettingBook(session, rules.Reader);
        var units = new UnitStore(session);
        var view = new UnitSettingsView(unit, await book.Lines(unit, cancellationToken))
        {
            Above = unit.ParentId is { } above ? await units.Find(above, cancellationToken) : null,
            Below = [.. (await units.Children(unit.Id, cancellationToken)).OrderBy(one => one.Path, UnitPathOrder.Instance)],
        };
        if (asked.Key is null) return context with { Settings = view };
        var today = (await rules.For(session, unit.Id, cancellationToken)).Schedule.DayOf(context.Now);
        var phrases = new Phrases(context.LanguageFor(@event.From)) { NamesSettings = true };
        return context with { Settings = view with { Proposed = await Judge(book, unit, asked, today, phrases, cancellationToken) } };
    }

    /// <summary>Who asked for help in the units for which the user looks after people.</summary>
    public async ValueTask<ConversationContext> WithHelpAsked(DbSession session, ConversationContext context, CancellationToken cancellationToken)
    {
        var asked = new List<HelpRequest>();
        foreach (var post in context.Posts.Where(post => Permissions.Allows(post.Role, Permission.LookAfter, Relation.AtUnit)))
        {
            foreach (var request in await new HelpRequestStore(session).Open(post.Unit.Id, cancellationToken))
            {
                var zone = (await rules.For(session, request.Unit.Id, cancellationToken)).Schedule.TimeZone;
                asked.Add(request with { AskedAt = TimeZoneInfo.ConvertTime(request.AskedAt, zone) });
            }
        }

        return context with { HelpAsked = [.. asked.DistinctBy(request => request.Id)] };
    }

    /// <summary>The case of the pressed button, or the open cases of the pupils whom the command names.</summary>
    public async ValueTask<ConversationContext> WithCases(
        DbSession session, ConversationContext context, Conversation conversation, ConversationEvent @event, CancellationToken cancellationToken)
    {
        var pages = new List<CaseDetails>();
        if (@event is ConversationEvent.ButtonPressed pressed && ButtonData.Parse(pressed.Data)?.NumberAt(0) is { } id
            && ContextNeed.Resumed(conversation, @event) is null)
        {
            if (await cases.Find(session, id, context.Now, cancellationToken) is { } page) pages.Add(page);
        }
        else if (UnitChoice(conversation, @event).Command is { } command)
        {
            foreach (var request in CaseRequest.Of(command.Arguments, context.Classes.SelectMany(room => room.Students)))
                pages.AddRange(await cases.Open(session, request.Subject.Person.Id, context.Now, cancellationToken));
        }

        return context with { Cases = pages };
    }

    /// <summary>The looks that are meant: of a unit and some days, or, with <c>/me</c>, at the own children.</summary>
    public async ValueTask<ConversationContext> WithLooks(
        DbSession session, ConversationContext context, Conversation conversation, ConversationEvent @event, CancellationToken cancellationToken)
    {
        var store = new LookStore(session);
        if (@event is ConversationEvent.CommandReceived { Command: "me" })
        {
            var seen = new List<LookSeen>();
            foreach (var child in context.Own.Where(own => own.Relation == Relation.Guardian))
                seen.AddRange(
                    (await store.Of(child.Person.Id, context.Now - FamilySeesLooksOf, cancellationToken)).Select(look => look.Seen(child.Window.UtcOffset)));
            return context with { Looks = seen };
        }

        var (command, unitId) = UnitChoice(conversation, @event);
        if (command is null || await Meant(session, context, unitId, Permission.SeeLooks, cancellationToken) is not { } unit) return context;
        var zone = (await rules.For(session, unit.Id, cancellationToken)).Schedule.TimeZone;
        if (LooksRange.Parse(command.Arguments, zone.DayOf(context.Now)) is not { } days) return context;
        var looks = await store.Under(
            unit.Id, zone.ToInstant(days.From, TimeOnly.MinValue), zone.ToInstant(days.To.AddDays(1), TimeOnly.MinValue), MostLooks, cancellationToken);
        return context with { Looks = [.. looks.Select(look => look.Seen(zone.GetUtcOffset(look.LookedAt)))] };
    }

    /// <summary>The classes among which pupils may be moved, by the unit that the event names.</summary>
    public static async ValueTask<ConversationContext> WithSchoolClasses(
        DbSession session, ConversationContext context, ConversationEvent @event, CancellationToken cancellationToken)
    {
        var named = @event is ConversationEvent.ButtonPressed pressed ? ButtonData.Parse(pressed.Data)?.NumberAt(0) : null;
        if (await Meant(session, context, named, Permission.Transfer, cancellationToken) is not { } unit) return context;
        var units = new UnitStore(session);
        var classes = unit.Kind == UnitKind.Class
            ? await units.ClassesBeside(unit.Id, cancellationToken)
            : [.. (await units.Subtree(unit.Id, cancellationToken)).Where(below => below.Kind == UnitKind.Class)];
        return context with { SchoolClasses = [.. classes.OrderBy(one => one.Path, UnitPathOrder.Instance)] };
    }

    private static (ConversationEvent.CommandReceived? Command, long? UnitId) UnitChoice(Conversation conversation, ConversationEvent @event) =>
        ContextNeed.Resumed(conversation, @event) is var (command, unitId) ? (command, unitId) : (@event as ConversationEvent.CommandReceived, null);

    private static async ValueTask<Unit?> Meant(
        DbSession session, ConversationContext context, long? unitId, Permission permission, CancellationToken cancellationToken)
    {
        if (unitId is { } id) return await new UnitStore(session).Find(id, cancellationToken);
        var units = context.Posts.Where(post => Permissions.Allows(post.Role, permission, Relation.AtUnit))
            .Select(post => post.Unit).DistinctBy(unit => unit.Id).ToList();
        return units.Count == 1 ? units[0] : null;
    }

    private static async ValueTask<ProposedSetting> Judge(
        SettingBook book, Unit unit, SettingsRequest asked, DateOnly today, Phrases phrases, CancellationToken cancellationToken)
    {
        var proposed = new ProposedSetting(asked.Key!, asked.Value, asked.IsChange);
        try
        {
            var key = book.KeyOf(asked.Key!);
            proposed = proposed with { Key = key, Value = asked.Value is { } typed ? SettingWords.Value(key, typed, today) : null };
            if (!asked.IsChange) return proposed;
            await book.Check(unit, proposed.Key, proposed.Value, cancellationToken);
            return proposed with { After = await book.After(unit, proposed.Key, proposed.Value, cancellationToken) };
        }
        catch (BadConfigurationException refused)
        {
            return proposed with { Refused = refused.Refusal.Say(phrases) };
        }
    }
}
