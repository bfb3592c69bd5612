using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Private;

/// <summary><c>/me</c> says what is stored about the user, hands it out as a file, and deletes it.</summary>
internal static class AboutMe
{
    /// <summary>Deletes what is stored about the user: <c>ask</c> with epoch 0, then <c>y</c> or <c>n</c>.</summary>
    public const string DeleteVerb = "de";

    /// <summary>Sends what is stored as a file.</summary>
    public const string ExportVerb = "my";

    private const int MostLooks = 30;

    /// <summary>Says what is stored, with a button to delete it.</summary>
    public static void Show(Turn turn, ConversationEvent.CommandReceived command)
    {
        var links = turn.Context.Own.Select(subject => turn.Phrases.LinkLine(turn.NameOf(subject), subject.Unit.ShortName, subject.Nicknames)).ToList();
        var stored = turn.Phrases.StoredAboutYou(string.Join('\n', links), turn.Phrases.LanguageName, turn.Context.RetentionDays);
        turn.Say(
            SeenBy(turn) is { } seen ? $"{stored}\n{seen}" : stored,
            Keyboard.Row(
                new Button(turn.Phrases.MyDataButton, ButtonData.Standing(ExportVerb)),
                new Button(turn.Phrases.DeleteButton, ButtonData.Standing(DeleteVerb, "ask"))));
    }

    /// <summary>Sends everything that is stored about the user and their children, to themselves.</summary>
    public static void Export(Turn turn, ButtonData data)
    {
        turn.Toast(turn.Phrases.FileComing);
        turn.Add(new Effect.SendFile(new FileOrder(
            turn.UserId, FileKind.OwnData, UnitId: 0, DateOnly.FromDateTime(turn.Context.Now.UtcDateTime), CheckInWindow.Morning, turn.Phrases.Language)));
    }

    /// <summary>Asks once more before anything is deleted.</summary>
    public static void Press(Turn turn, ButtonData data)
    {
        if (data.Arguments is not ["ask"])
        {
            turn.OutOfDate();
            return;
        }

        var epoch = turn.Open(new ConversationState.ConfirmingDeletion());
        turn.Say(turn.Phrases.AskDeletion, Keyboard.Row(
            new Button(turn.Phrases.DeleteYesButton, ButtonData.Of(epoch, DeleteVerb, "y")),
            new Button(turn.Phrases.DeleteNoButton, ButtonData.Of(epoch, DeleteVerb, "n"))));
    }

    /// <summary>Yes or no by button.</summary>
    public static void Decide(Turn turn, ConversationState.ConfirmingDeletion asked, ButtonData data) => Decide(turn, delete: data.Arguments is ["y"]);

    /// <summary>Yes or no in words.</summary>
    public static bool Typed(Turn turn, ConversationState.ConfirmingDeletion asked, string text) =>
        TypedAnswers.YesOrNo(text, yes => Decide(turn, delete: yes));

    /// <summary>Deletes, or leaves all as it is.</summary>
    private static void Decide(Turn turn, bool delete)
    {
        turn.Close();
        turn.Say(delete ? turn.Phrases.Deleted : turn.Phrases.NotDeleted);
        if (delete) turn.Add(new Effect.DeleteAccount(turn.UserId));
    }

    /// <summary>The line that tells a family who has looked; null where nobody has.</summary>
    private static string? SeenBy(Turn turn)
    {
        var seen = turn.Context.Looks;
        if (seen.Count == 0) return null;
        var lines = seen.DistinctBy(look => (look.Who, look.Whom, DateOnly.FromDateTime(look.At.DateTime), look.Reason)).Take(MostLooks)
            .Select(look => turn.Phrases.SeenByLine(look.By(turn.Phrases), look.Whom, DateOnly.FromDateTime(look.At.DateTime), look.Reason));
        return turn.Phrases.SeenBy(string.Join('\n', lines));
    }
}
