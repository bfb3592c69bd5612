using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations;

/// <summary><c>/me</c>: what is stored about the user, and its deletion.</summary>
internal static class AboutMe
{
    /// <summary>Says what is stored, with a button to delete it.</summary>
    public static void Show(Turn turn)
    {
        var links = turn.Context.Own.Select(subject => turn.Phrases.LinkLine(turn.NameOf(subject), subject.Unit.ShortName, subject.Nicknames)).ToList();
        var stored = turn.Phrases.StoredAboutYou(string.Join('\n', links), turn.Phrases.LanguageName);
        turn.Say(
            LooksDesk.SeenBy(turn) is { } seen ? $"{stored}\n{seen}" : stored,
            Keyboard.Row(new Button(turn.Phrases.DeleteButton, ButtonData.Standing(Verbs.Delete, "ask"))));
    }

    /// <summary>Asks once more before anything is deleted.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        if (data.Arguments is not ["ask"])
        {
            PrivateChat.OutOfDate(turn);
            return;
        }

        var epoch = turn.Open(new ConversationState.ConfirmingDeletion());
        turn.Say(turn.Phrases.AskDeletion, Keyboard.Row(
            new Button(turn.Phrases.DeleteYesButton, ButtonData.Of(epoch, Verbs.Delete, "y")),
            new Button(turn.Phrases.DeleteNoButton, ButtonData.Of(epoch, Verbs.Delete, "n"))));
    }

    /// <summary>Deletes, or leaves all as it is.</summary>
    public static void Decide(Turn turn, bool delete)
    {
        turn.Close();
        turn.Say(delete ? turn.Phrases.Deleted : turn.Phrases.NotDeleted);
        if (delete) turn.Add(new Effect.DeleteAccount(turn.UserId));
    }
}
