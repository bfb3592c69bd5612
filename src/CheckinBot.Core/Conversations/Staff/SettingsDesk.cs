using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// <c>/settings</c> shows which settings hold in a unit and where they come from, and lets those who answer for it change them.
/// Only in private.
/// </summary>
internal static class SettingsDesk
{
    /// <summary>The settings of a unit; unit id, then the setting's place in the menu, then the value's. Epoch 0.</summary>
    public const string Verb = "se";

    private const int UnitsAPage = 30;

    private static readonly TimeSpan ValueAwaited = TimeSpan.FromMinutes(15);

    /// <summary><c>/settings</c>, <c>/settings KEY</c>, <c>/settings KEY VALUE</c>, <c>/settings KEY -</c>.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command)
    {
        var units = UnitChoice.Of(turn, Permission.SettleSettings);
        if (units.Count == 0) turn.Say(turn.Phrases.SettingsNotForYou);
        else if (units.Count > 1) UnitChoice.Ask(turn, units, command.Command, command.Arguments);
        else Show(turn, SettingsRequest.Of(turn.Conversation, turn.Event) ?? SettingsRequest.Of(turn.Conversation, command));
    }

    /// <summary>Takes a button of the list or of a setting.</summary>
    public static void Press(Turn turn, ButtonData data) => Show(turn, SettingsRequest.Of(turn.Conversation, turn.Event));

    /// <summary>Takes a typed value.</summary>
    public static bool Typed(Turn turn, ConversationState.AwaitingSetting asked, string text)
    {
        Show(turn, SettingsRequest.Of(turn.Conversation, turn.Event));
        return true;
    }

    private static void Show(Turn turn, SettingsRequest? asked)
    {
        if (asked is null || turn.Context.Settings is not { } view || !Authority.May(turn.Context, Permission.SettleSettings, view.Unit))
        {
            if (turn.Event is ConversationEvent.ButtonPressed) turn.Toast(turn.Phrases.NotAllowed, alert: true);
            else turn.Say(turn.Phrases.SettingsNotForYou);
        }
        else if (view.Proposed is { Refused: { } refused }) turn.Say(refused, Keyboard.Row(Back(turn, view)));
        else if (view.Proposed is { IsChange: true } wanted) Change(turn, view, wanted);
        else if (view.Proposed is { } shown && view.Line(shown.Key) is { } line) One(turn, view, line);
        else if (asked.PageBelow is { } page) Below(turn, view, page);
        else List(turn, view);
    }

    // The way down the tree, to the unit in which the value is to be changed.
    private static void Below(Turn turn, UnitSettingsView view, int page)
    {
        var units = view.Below.Select(unit => new Button(unit.Name, ButtonData.Standing(Verb, ButtonData.Number(unit.Id))));
        turn.Say(turn.Phrases.SettingsBelow(view.Unit.ShortName), Keyboard
            .Paged(3, UnitsAPage, page, [.. units], other =>
                ButtonData.Standing(Verb, ButtonData.Number(view.Unit.Id), SettingMenu.BelowMark, ButtonData.Number(other)))
            .Then(Keyboard.Row(Back(turn, view))));
    }

    private static Keyboard Elsewhere(Turn turn, UnitSettingsView view)
    {
        var buttons = new List<Button>();
        if (view.Above is { } above && Authority.May(turn.Context, Permission.SettleSettings, above))
            buttons.Add(new Button($"⬆️ {above.Name}", ButtonData.Standing(Verb, ButtonData.Number(above.Id))));
        if (view.Below.Count > 0)
            buttons.Add(new Button(turn.Phrases.SettingsBelowButton, ButtonData.Standing(Verb, ButtonData.Number(view.Unit.Id), SettingMenu.BelowMark)));
        return buttons.Count == 0 ? Keyboard.None : Keyboard.Row(buttons);
    }

    private static void Change(Turn turn, UnitSettingsView view, ProposedSetting wanted)
    {
        if (turn.State is ConversationState.AwaitingSetting) turn.Close();
        turn.Add(new Effect.ChangeSetting(view.Unit.Id, wanted.Key, wanted.Value, Authority.ActingPerson(turn.Context)));
        turn.Say(turn.Phrases.SettingChanged(Line(turn.Phrases, wanted.After!)), Keyboard.Row(Back(turn, view)));
    }

    private static void One(Turn turn, UnitSettingsView view, SettingLine line)
    {
        var phrases = turn.Phrases;
        var choices = SettingMenu.Choices(line.Key);
        var index = SettingMenu.Keys.ToList().IndexOf(line.Key);
        var keyboard = Keyboard.Grid(
            2, choices.Select((value, choice) => new Button(phrases.SettingValue(line.Key, value), Data(view, index, ButtonData.Number(choice)))));
        if (line.From?.Id == view.Unit.Id && index >= 0)
            keyboard = keyboard.Then(Keyboard.Row(new Button(phrases.SettingTakeAwayButton, Data(view, index, SettingMenu.TakeAwayMark))));
        turn.Open(new ConversationState.AwaitingSetting(view.Unit.Id, line.Key), turn.Context.Now + ValueAwaited);
        turn.Say(
            $"{view.Unit.ShortName}\n{Line(phrases, line)}\n{phrases.SettingHow(line.Key, choices.Count > 0)}{phrases.SettingNote(line.Key)}",
            keyboard.Then(Keyboard.Row(Back(turn, view))));
    }

    private static void List(Turn turn, UnitSettingsView view)
    {
        var phrases = turn.Phrases;
        // What is typed next is no longer taken as a value.
        if (turn.State is ConversationState.AwaitingSetting) turn.Close();
        var lines = view.Lines
            .Where(line => line.From is not null || SettingMenu.Keys.Contains(line.Key))
            .OrderBy(line => SettingMenu.Keys.ToList().IndexOf(line.Key) is >= 0 and var place ? place : int.MaxValue)
            .Select(line => Line(phrases, line));
        var buttons = SettingMenu.Keys.Select((key, index) => new Button(phrases.SettingName(key), Data(view, index)));
        var usage = turn.Context.Posts.Any(post => post.Unit.Id == view.Unit.Id) ? phrases.SettingsUsage : phrases.SettingsUsageBelow;
        turn.Say(
            $"{phrases.SettingsOf(view.Unit.ShortName)}\n{string.Join('\n', lines)}\n{usage}", Keyboard.Grid(3, buttons).Then(Elsewhere(turn, view)));
    }

    private static string Line(Phrases phrases, SettingLine line) =>
        phrases.SettingLine(phrases.SettingName(line.Key), phrases.SettingValue(line.Key, line.Value), line.From?.ShortName);

    private static Button Back(Turn turn, UnitSettingsView view) =>
        new(turn.Phrases.AllSettingsButton, ButtonData.Standing(Verb, ButtonData.Number(view.Unit.Id)));

    private static ButtonData Data(UnitSettingsView view, int index, params IReadOnlyList<string> more) =>
        ButtonData.Standing(Verb, [ButtonData.Number(view.Unit.Id), ButtonData.Number(index), .. more]);
}
