using System.Globalization;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary><c>/digest [DATE]</c> and the buttons under a digest: its pages, and the sign-off. What the user may see is judged at each of them.</summary>
internal static class DigestAsking
{
    /// <summary>In private: the digest of a unit at which the user holds a post that may see it; of several, the user chooses.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var units = UnitChoice.Of(turn, Permission.SeeDigest);
        if (units.Count == 0) turn.Say(turn.Phrases.DigestNotForYou);
        else if (!TryDay(command.Arguments, out var day)) turn.Say(turn.Phrases.DigestDateUnclear);
        else if (units.Count > 1) UnitChoice.Ask(turn, units, command.Command, command.Arguments);
        else turn.Add(Show(turn, units[0], new DigestPage(units[0].Id, day)));
    }

    /// <summary>In a unit's group: counts only, and only for somebody who may see them anyway.</summary>
    public static void InGroup(Turn turn, ConversationEvent.CommandReceived command)
    {
        if (turn.Context.Group is not { } group || !Authority.May(turn.Context, Permission.SeeDigest, group.Unit)) return;
        if (!TryDay(command.Arguments, out var day)) turn.SendTo(turn.Phrases.DigestDateUnclear);
        else turn.Add(new Effect.ShowDigest(turn.Event.Chat.Id, new DigestPage(group.Unit.Id, day), turn.Context.DefaultLanguage, InGroup: true));
    }

    /// <summary>Opens another page in the same message.</summary>
    public static void Open(Turn turn, ButtonData data)
    {
        if (UnitOf(turn, data) is not { } unit || DigestKeyboard.PageOf(data) is not { } page) return;
        if (page.Look == DigestLook.Names && !MayName(turn, unit)) turn.Toast(turn.Phrases.DigestNotForYou, alert: true);
        else if (page.Look == DigestLook.Correct && !Authority.May(turn.Context, Permission.QuestionReport, unit))
            turn.Toast(turn.Phrases.SignNotForYou, alert: true);
        else if (data.Arguments is [_, _, _, _, _, var mark, ..] && turn.Event is ConversationEvent.ButtonPressed pressed)
            turn.Add(Show(turn, unit, page) with { MessageId = turn.MessageId, Seen = new Effect.SeenPage(pressed.CallbackId, mark) });
        else Answer(turn, Show(turn, unit, page));
    }

    /// <summary>Signs the report, where the numbers are still those that were shown.</summary>
    public static void Sign(Turn turn, ButtonData data)
    {
        if (UnitOf(turn, data) is not { } unit || DigestKeyboard.PageOf(data) is not { } page) return;
        var signer = turn.Context.Posts.FirstOrDefault(post => Permissions.Allows(post.Role, Permission.SignOff, post.Unit.RelationTo(unit)));
        if (data.Arguments.Count < 4) turn.Toast(turn.Phrases.OutOfDate);
        else if (signer is null) turn.Toast(turn.Phrases.SignNotForYou, alert: true);
        else if (data.Arguments.Count > 4 && data.Arguments[4] == DigestKeyboard.WithWords)
        {
            turn.Open(new ConversationState.AwaitingSignNote(unit.Id, unit.Path, unit.Kind, page.Day!.Value, page.Slot!, data.Arguments[3]));
            turn.Toast(null);
            turn.SendTo(turn.Phrases.AskSignNote);
        }
        else Answer(turn,
            Show(turn, unit, page with { Look = DigestLook.Overview, Number = 0 }) with { Sign = new DigestSigning(signer.PersonId, data.Arguments[3]) });
    }

    /// <summary>Takes the words that go with a signature, and signs. A temperature is none: the user may have children of their own.</summary>
    public static bool SignNote(Turn turn, ConversationState.AwaitingSignNote asked, string text)
    {
        if (PrivateReading.First(turn, text) is { TemperatureTenths: not null }) return false;
        var unit = new Unit(asked.UnitId, null, asked.Path[(asked.Path.LastIndexOf('/') + 1)..], asked.Path, asked.Kind);
        var signer = turn.Context.Posts.FirstOrDefault(post => Permissions.Allows(post.Role, Permission.SignOff, post.Unit.RelationTo(unit)));
        turn.Close();
        if (signer is null) turn.Say(turn.Phrases.SignNotForYou);
        else
        {
            turn.Add(Show(turn, unit, new DigestPage(unit.Id, asked.Day, asked.Slot)) with
            {
                Sign = new DigestSigning(signer.PersonId, asked.Mark, Waiver.Shortened(text)),
            });
        }

        return true;
    }

    /// <summary>Opens the answer of one person for correction, below the digest.</summary>
    public static void Correct(Turn turn, ButtonData data)
    {
        if (UnitOf(turn, data) is not { } unit || DigestKeyboard.PageOf(data) is not { } page) return;
        if (data.NumberAt(3) is not { } id || turn.Subject(id) is not { } subject || subject.Unit.Id != unit.Id)
            turn.Toast(turn.Phrases.NotAllowed, alert: true);
        else if (subject.Window.Day != page.Day || subject.Window.Slot != page.Slot) turn.Toast(turn.Phrases.OutOfDate);
        else
        {
            turn.Toast(null);
            Changing.OpenBelow(turn, subject);
        }
    }

    /// <summary>The class of the person whose answer a button corrects.</summary>
    public static NamedClasses Named(ButtonData data, IReadOnlyList<long> asked) =>
        data.NumberAt(3) is { } personId ? new NamedClasses([], [personId], null) : NamedClasses.Asked(asked);

    /// <summary>The day and slot of the answer that a button corrects.</summary>
    public static DaySlot? About(ButtonData data) => data.Arguments.Count > 2 && data.DayAt(1) is { } day ? new DaySlot(day, data.Arguments[2]) : null;

    /// <summary>Asks those who sign the unit's report to look at it again; until then no signature on it holds.</summary>
    public static void Question(Turn turn, ButtonData data)
    {
        if (UnitOf(turn, data) is not { } unit || DigestKeyboard.PageOf(data) is not { } page) return;
        if (!Authority.May(turn.Context, Permission.QuestionReport, unit)) turn.Toast(turn.Phrases.SignNotForYou, alert: true);
        else Answer(turn, Show(turn, unit, page with { Look = DigestLook.Correct, Number = 0 }) with { QuestionedBy = AlertDesk.NameOf(turn) });
    }

    private static Effect.ShowDigest Show(Turn turn, Unit unit, DigestPage page) =>
        new(turn.Event.Chat.Id, page, turn.Phrases.Language, InGroup: false)
        {
            Rights = RightsAt(turn.Context, unit),
            // The people are filled in once the digest is made.
            Look = page.Look is DigestLook.Names or DigestLook.Correct ? Authority.Look(turn.Context, Permission.SeeCases, unit, [0], LookReason.Cases) : null,
        };

    private static void Answer(Turn turn, Effect.ShowDigest show)
    {
        turn.Toast(null);
        turn.Add(show with { MessageId = turn.MessageId });
    }

    private static DigestRights RightsAt(ConversationContext context, Unit unit)
    {
        var rights = DigestRights.None;
        if (Authority.May(context, Permission.SignOff, unit)) rights |= DigestRights.Sign;
        if (Authority.May(context, Permission.QuestionReport, unit)) rights |= DigestRights.Question;
        if (Authority.May(context, Permission.CheckIn, unit)) rights |= DigestRights.CheckIn;
        if (Authority.May(context, Permission.SeeMissing, unit)) rights |= DigestRights.SeeMissing;
        if (Authority.May(context, Permission.SeeCases, unit)) rights |= DigestRights.SeeCases;
        if (Above(unit) is { } above && Authority.May(context, Permission.SeeDigest, above)) rights |= DigestRights.OpenAbove;
        return rights;
    }

    private static bool MayName(Turn turn, Unit unit) =>
        Authority.May(turn.Context, Permission.SeeMissing, unit) || Authority.May(turn.Context, Permission.SeeCases, unit);

    // Only the id and the path, by which rights are judged.
    private static Unit? Above(Unit unit) => unit.ParentId is { } id && unit.Path.LastIndexOf('/') is > 0 and var end
        ? new Unit(id, null, "", unit.Path[..end], UnitKind.Area)
        : null;

    /// <summary>The unit of a button, where the user may see its numbers now; otherwise says that they may not.</summary>
    private static Unit? UnitOf(Turn turn, ButtonData data)
    {
        if (turn.Context.PressedUnit is { } unit && unit.Id == data.NumberAt(0) && DigestKeyboard.PageOf(data) is not null
            && Authority.May(turn.Context, Permission.SeeDigest, unit)) return unit;
        turn.Toast(turn.Phrases.DigestNotForYou, alert: true);
        return null;
    }

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : null;
        return day is not null || text.Trim().Length == 0;
    }
}
