using CheckinBot.Core.Conversations;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;
using Telegram.Bot;
using Telegram.Bot.Types;

namespace CheckinBot.Files;

/// <summary>Makes an ordered file and sends it. That somebody saw named people's health is on the disk before the file leaves.</summary>
internal sealed class FileSender(ITelegramBotClient bot, FileMaker maker, Writer writer, TimeProvider time)
{
    /// <summary>Sends the file, or says why there is none; returns the id of the message, null where nothing was sent.</summary>
    /// <exception cref="Telegram.Bot.Exceptions.RequestException">The call failed.</exception>
    public async Task<int?> Send(FileOrder order, CancellationToken cancellation)
    {
        switch (await maker.Make(order, cancellation))
        {
            case MadeFile.Ready file:
                await Log(order, file, cancellation);
                return (await Send(order.UserId, file, cancellation)).Id;
            case MadeFile.Refused refused when !order.IsExtra:
                return (await bot.SendMessage(order.UserId, refused.Text, cancellationToken: cancellation)).Id;
            default:
                return null;
        }
    }

    private async Task<Message> Send(long chatId, MadeFile.Ready file, CancellationToken cancellation)
    {
        using var content = new MemoryStream(file.Content, writable: false);
        var stream = InputFile.FromStream(content, file.Name);
        return file.IsPhoto
            ? await bot.SendPhoto(chatId, stream, file.Caption, cancellationToken: cancellation)
            : await bot.SendDocument(chatId, stream, file.Caption, cancellationToken: cancellation);
    }

    private async Task Log(FileOrder order, MadeFile.Ready file, CancellationToken cancellation)
    {
        if (file.Seen.Count == 0) return;
        var via = file.Reason == LookReason.Form ? LookVia.Form : LookVia.Export;
        await writer.Write(
            async session =>
            {
                await new LookStore(session).Add(file.Seen, Looker.User(order.UserId, file.ByPersonId), file.Reason, via, time.GetUtcNow(), CancellationToken.None);
                return true;
            },
            cancellation);
    }
}
