using CheckinBot.Core.Conversations;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Shown;
using CheckinBot.Sending;
using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using CheckinBot.Telegram;

namespace CheckinBot.Conversations.Effects;

/// <summary>Effects that leave the program, through the outbox.</summary>
internal sealed class CallEffects(Outbox outbox, ShownQuestions questions)
{
    public async ValueTask Apply(DbSession session, Effect effect, CancellationToken cancellationToken)
    {
        switch (effect)
        {
            case Effect.Send(var message):
                await outbox.Send(session, message, cancellationToken);
                break;
            case Effect.SettleQuestion(var chatId, var except):
                if (await questions.Settle(session, chatId, except, cancellationToken) is { } messageId)
                    await outbox.Add(
                        session, new OutgoingCall { RemoveButtons = new Effect.RemoveButtons(chatId, messageId) }, Lane.Answers, cancellationToken);
                break;
            case Effect.Edit edit:
                await questions.Edited(session, edit, cancellationToken);
                await outbox.Add(session, new OutgoingCall { Edit = edit }, Lane.Answers, cancellationToken);
                break;
            case Effect.RemoveButtons remove:
                await outbox.Add(session, new OutgoingCall { RemoveButtons = remove }, Lane.Answers, cancellationToken);
                break;
            case Effect.React react:
                await outbox.Add(session, new OutgoingCall { React = react }, Lane.Answers, cancellationToken);
                break;
            case Effect.Delete delete:
                await outbox.Add(session, new OutgoingCall { Delete = delete }, Lane.Answers, cancellationToken);
                break;
            case Effect.OfferCommands offer:
                await outbox.Add(session, new OutgoingCall { Commands = offer }, Lane.Announcements, cancellationToken);
                break;
            case Effect.SendFile(var order):
                await outbox.Add(session, new OutgoingCall { File = order }, order.Lane, cancellationToken);
                break;
            case Effect.AnswerButton answer:
                outbox.Answer(session, answer);
                break;
        }
    }
}
