using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Private;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations;

/// <summary>Sends each event of a private chat to its flow.</summary>
internal static class PrivateChat
{
    /// <summary>Handles an event of a private chat.</summary>
    public static void Handle(Turn turn)
    {
        if (Typed(turn.Event) is { } typed && InDistress.Answer(turn, typed) && IsAllThatItSays(turn, typed)) return;
        switch (turn.Event)
        {
            case ConversationEvent.TextReceived text when TypedInvitation.CodeIn(text.Text) is { } code:
                Linking.Start(turn, code);
                break;
            case ConversationEvent.TextReceived { IsForwarded: true }:
                Forwarded(turn);
                break;
            case ConversationEvent.TextReceived text:
                Text(turn, text.Text);
                break;
            case ConversationEvent.MediaReceived media:
                Media(turn, media);
                break;
            case ConversationEvent.TextEdited edited when turn.Context.Own.Count > 0 || turn.Context.Classes.Count > 0:
                Editing.Handle(turn, edited);
                break;
            case ConversationEvent.CommandReceived command:
                CommandTable.Handle(turn, command);
                break;
            case ConversationEvent.ButtonPressed button:
                ButtonTable.Press(turn, button);
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

    private static string? Typed(ConversationEvent @event) => @event switch
    {
        ConversationEvent.TextReceived text => text.Text,
        ConversationEvent.TextEdited edited => edited.Text,
        ConversationEvent.MediaReceived media => media.Caption,
        ConversationEvent.CommandReceived command => command.Arguments,
        _ => null,
    };

    /// <summary>A command, or a reading in the same message, is taken as well.</summary>
    private static bool IsAllThatItSays(Turn turn, string text) =>
        turn.Event is not ConversationEvent.CommandReceived && (turn.Context.Own.Count == 0 || PrivateReading.First(turn, text)?.TemperatureTenths is null);

    private static void Text(Turn turn, string text)
    {
        if (AnswerTable.Take(turn, text)) return;
        if (turn.Context.Own.Count > 0 || turn.Context.Classes.Count > 0) PrivateCheckIn.Text(turn, text);
        else Linking.Unlinked(turn);
    }

    /// <summary>A forwarded message is no check-in, because somebody else wrote it.</summary>
    private static void Forwarded(Turn turn)
    {
        if (turn.Context.Own.Count == 0) Linking.Unlinked(turn);
        else turn.Say(turn.Phrases.NoForwards);
    }

    /// <summary>Answers an album once, whatever the number of its pictures; a caption is told by the user, unless it was forwarded.</summary>
    private static void Media(Turn turn, ConversationEvent.MediaReceived media)
    {
        var isFirst = media.AlbumId is not { } album || turn.IsFirstOf(album);
        if (media is { IsForwarded: false, Caption: { Length: > 0 } caption } && turn.Context.Own.Count > 0) Text(turn, caption);
        else if (!isFirst) return;
        else if (media.IsForwarded) Forwarded(turn);
        else Media(turn, media.Kind);
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
}
