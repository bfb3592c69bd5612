using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Private;

/// <summary><c>/language</c>: the choice of an account takes precedence over the language of its Telegram.</summary>
internal static class Languages
{
    /// <summary>Chooses a language; its tag. Epoch 0.</summary>
    public const string Verb = "lg";

    /// <summary>Offers the languages, each in its own name; a tag typed with the command is taken at once.</summary>
    public static void Ask(Turn turn, ConversationEvent.CommandReceived command)
    {
        if (LanguageTag.Parse(command.Arguments.Trim()) is { } typed)
        {
            Choose(turn, typed);
            return;
        }

        turn.Say(turn.Phrases.AskLanguage, Keyboard.Column(
        [
            .. Enum.GetValues<Language>().Select(language =>
                new Button(new Texts.Phrases(language).LanguageName, ButtonData.Standing(Verb, language.ToTag()))),
        ]));
    }

    /// <summary>Keeps the language that was pressed.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        if (data.Arguments is [var tag] && LanguageTag.Parse(tag) is { } language) Choose(turn, language);
        else turn.OutOfDate();
    }

    private static void Choose(Turn turn, Language language)
    {
        turn.Add(new Effect.SetLanguage(turn.UserId, language));
        turn.Speak(language);
        if (turn.Context.Posts.Count > 0) turn.OfferCommands(turn.Context.Posts.Select(post => post.Role));
        turn.Say(turn.Phrases.LanguageChosen);
    }
}
