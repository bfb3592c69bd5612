using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations;

/// <summary>
/// Takes the words of a button that somebody types instead of pressing it. They are those of the open question's own
/// buttons, in whatever language, so that no list has to follow them.
/// </summary>
internal static class TypedButtons
{
    /// <summary>Presses the button whose label was typed; false where there is none.</summary>
    public static bool Take(Turn turn, string text)
    {
        if (turn.State is not ConversationState.InCheckIn || TypedLabel.Key(text) is not { Length: > 0 } typed) return false;
        foreach (var language in (Language[])[turn.Phrases.Language, .. Enum.GetValues<Language>()])
        {
            var buttons = Questions.Buttons(turn, new Phrases(language), turn.Conversation.Epoch, turn.State).Rows.SelectMany(row => row);
            if (buttons.FirstOrDefault(button => button.Data is not null && TypedLabel.Key(button.Label) == typed) is { } meant)
                return ButtonData.Parse(meant.Data!) is { } data && !IsToggle(data) && ButtonTable.Typed(turn, data);
        }

        return false;
    }

    // A second press takes a symptom off; a symptom that is typed is told, however often.
    private static bool IsToggle(ButtonData data) => data.Verb == Verbs.Symptom && data.Arguments is not (["no"] or ["ok"]);
}
