using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Privacy;
using CheckinBot.Storage.Users;
using CheckinBot.Telegram;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace CheckinBot.Files;

/// <summary>Makes an ordered file and sends it. The log says who saw whose health before the file leaves.</summary>
internal sealed class FileSender(ITelegramBotClient bot, FileMaker maker, Writer writer)
{
    /// <summary>Sends the file, or says why there is none; returns the id of the message, null where nothing was sent.</summary>
    /// <param name="order">What was ordered.</param>
    /// <param name="orderedAt">When (UTC): the same for every try, by which a look is logged once.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="Telegram.Bot.Exceptions.RequestException">The call failed.</exception>
    public async Task<int?> Send(FileOrder order, DateTimeOffset orderedAt, CancellationToken cancellationToken)
    {
        switch (await maker.Make(order, cancellationToken))
        {
            case MadeFile.Ready file:
                await Log(order, orderedAt, file, cancellationToken);
                return (await Send(order.UserId, file, cancellationToken)).Id;
            case MadeFile.Refused refused when !order.IsExtra:
                return (await bot.SendMessage(order.UserId, refused.Text, cancellationToken: cancellationToken)).Id;
            default:
                return null;
        }
    }

    private async Task<Message> Send(long chatId, MadeFile.Ready file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var stream = BotClient.File(content, file.Name);
        return file.IsPhoto
            ? await bot.SendPhoto(chatId, stream, file.Caption, cancellationToken: cancellationToken)
            : await bot.SendDocument(chatId, stream, file.Caption, cancellationToken: cancellationToken);
    }

    private async Task Log(FileOrder order, DateTimeOffset orderedAt, MadeFile.Ready file, CancellationToken cancellationToken)
    {
        if (file.Seen.Count == 0) return;
        var via = file.Reason == LookReason.Form ? LookVia.Form : LookVia.Export;
        await writer.Write(
            async session =>
            {
                await new LookStore(session).AddOnce(
                    file.Seen, Looker.User(order.UserId, file.ByPersonId), file.Reason, via, orderedAt, CancellationToken.None);
                return true;
            },
            cancellationToken);
    }
}
