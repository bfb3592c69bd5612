using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations;

/// <summary>Sends each event of a private chat to its flow.</summary>
internal static class PrivateChat
{
    /// <summary>Handles an event of a private chat.</summary>
    public static void Handle(Turn turn)
    {
        switch (turn.Event)
        {
            case ConversationEvent.TextReceived { IsForwarded: true }:
                Forwarded(turn);
                break;
            case ConversationEvent.TextReceived text:
                Text(turn, text.Text);
                break;
            case ConversationEvent.MediaReceived { Caption: { Length: > 0 } caption } when turn.Context.Own.Count > 0:
                Text(turn, caption);
                break;
            case ConversationEvent.MediaReceived media:
                Media(turn, media.Kind);
                break;
            case ConversationEvent.TextEdited edited when turn.Context.Own.Count > 0 || turn.Context.Classes.Count > 0:
                Editing.Handle(turn, edited);
                break;
            case ConversationEvent.CommandReceived command:
                Commands.Handle(turn, command);
                break;
            case ConversationEvent.ButtonPressed button:
                Button(turn, button);
                break;
            case ConversationEvent.Reminded reminded:
                Reminding.Handle(turn, reminded.Kind);
                break;
            case ConversationEvent.TakenUp taken:
                TakingUp.Handle(turn, taken.Matter);
                break;
            case ConversationEvent.Blocked:
                turn.Close();
                turn.Add(new Effect.SetReachable(turn.UserId, false));
                break;
            case ConversationEvent.Unblocked:
                turn.Add(new Effect.SetReachable(turn.UserId, true));
                break;
        }
    }

    /// <summary>Says over the chat that a button is of an old question; the state stays as it is.</summary>
    public static void OutOfDate(Turn turn)
    {
        if (turn.Event is not ConversationEvent.ButtonPressed button)
        {
            turn.Say(turn.Phrases.OutOfDate);
            return;
        }

        turn.Add(new Effect.AnswerButton(button.CallbackId, turn.Phrases.OutOfDate));
        if (button.EphemeralMessageId is null) turn.Add(new Effect.RemoveButtons(turn.Event.Chat.Id, button.MessageId));
    }

    private static void Text(Turn turn, string text)
    {
        if (turn.Context.Own.Count > 0 || turn.Context.Classes.Count > 0) PrivateCheckIn.Text(turn, text);
        else if (!TypedAnswers.Handle(turn, text)) Linking.Unlinked(turn);
    }

    /// <summary>What others wrote is no check-in of this family.</summary>
    private static void Forwarded(Turn turn)
    {
        if (turn.Context.Own.Count == 0) Linking.Unlinked(turn);
        else turn.Say(turn.Phrases.NoForwards);
    }

    private static void Media(Turn turn, MediaKind kind)
    {
        if (turn.Context.Own.Count == 0 && turn.Context.Classes.Count == 0)
        {
            Linking.Unlinked(turn);
            return;
        }

        if (kind == MediaKind.Sticker && turn.State is ConversationState.Idle) return;
        turn.Say(kind switch
        {
            MediaKind.Photo => turn.Phrases.NoPhotos,
            MediaKind.Voice => turn.Phrases.NoVoice,
            MediaKind.Location => turn.Phrases.NoLocation,
            MediaKind.Sticker => turn.Phrases.NotAnAnswer,
            _ => turn.Phrases.NoFiles,
        });
    }

    private static void Button(Turn turn, ConversationEvent.ButtonPressed button)
    {
        var data = ButtonData.Parse(button.Data);
        if (data is { Epoch: 0 } && Standing(turn, data)) return;
        if (data is { Epoch: > 0 } && data.Epoch == turn.Conversation.Epoch) CheckInButtons.Press(turn, data);
        else OutOfDate(turn);
    }

    /// <summary>Buttons of no dialog, judged by right and by present facts; false where it is none of them.</summary>
    private static bool Standing(Turn turn, ButtonData data)
    {
        Action<Turn, ButtonData>? flow = data.Verb switch
        {
            Verbs.Change => Changing.Press,
            Verbs.Keep => (t, _) => Changing.Keep(t),
            Verbs.Undo => (t, _) => Undoing.Handle(t),
            Verbs.Begin => (t, _) => Reminding.Handle(t, ReminderKind.ByCard),
            Verbs.Language => Languages.Press,
            Verbs.Delete => AboutMe.Press,
            Verbs.Unlink => Linking.Undo,
            Verbs.RemoveGuardian => ClassGuardians.Remove,
            Verbs.Guardians => ClassGuardians.ShowPupil,
            Verbs.ClassPage => ClassGuardians.ShowPage,
            Verbs.Missing => TeacherDesk.MissingAgain,
            Verbs.NudgeAll => TeacherDesk.NudgeAll,
            Verbs.ReportFor => TeacherDesk.ReportFor,
            Verbs.LeaveFor => TeacherDesk.LeaveFor,
            Verbs.Settle => ChainDoubts.Settle,
            Verbs.TakeAlert => AlertDesk.Take,
            Verbs.Waive => Waiving.Press,
            Verbs.Unwaive => Waiving.TakeBack,
            Verbs.Workbook => FileAsking.Workbook,
            Verbs.Picture => FileAsking.Picture,
            Verbs.Forms => FileAsking.ListForms,
            Verbs.Form => FileAsking.Form,
            Verbs.Digest => DigestAsking.Open,
            Verbs.SignOff => DigestAsking.Sign,
            Verbs.Correct => DigestAsking.Correct,
            Verbs.Question => DigestAsking.Question,
            Verbs.Settings => SettingsDesk.Press,
            Verbs.Transfer or Verbs.TransferTo or Verbs.TransferSure => TransferDesk.Press,
            _ => null,
        };
        flow?.Invoke(turn, data);
        return flow is not null;
    }
}
