using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CheckinBot.Doctor;

/// <summary>Whether the bot is still in each bound group, with the rights that the group's choices need.</summary>
internal sealed class GroupCheck(ITelegramBotClient bot, Database database)
{
    public async IAsyncEnumerable<Finding> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<UnitGroup> groups;
        await using (var session = await database.OpenRead(cancellationToken)) groups = await new GroupStore(session).All(cancellationToken);
        var faults = 0;
        foreach (var group in groups.Where(group => group.BotId == bot.BotId))
        {
            if (await Fault(group, cancellationToken) is not { } fault) continue;
            faults++;
            yield return Finding.Fault("group", $"{group.Binding.Unit.Path}: {fault}");
        }

        yield return Finding.Ok("groups", $"{groups.Count} bound, {groups.Count - faults} in order");
    }

    private async Task<string?> Fault(UnitGroup group, CancellationToken cancellationToken)
    {
        try
        {
            var member = await bot.GetChatMember(group.Binding.ChatId, bot.BotId, cancellationToken);
            if (!member.IsInChat) return "the bot was removed; add it again and send /bind there";
            return group.Binding.Tidy && member is not ChatMemberAdministrator { CanDeleteMessages: true }
                ? "tidy is on, and the bot may not delete messages; make it an administrator with that right, or send /tidy there"
                : null;
        }
        catch (ApiRequestException e) when (e.Parameters?.MigrateToChatId is not null)
        {
            return "it became a supergroup; the next message that is sent there follows it";
        }
        catch (ApiRequestException e) when (e.ErrorCode is 400 or 403)
        {
            return $"cannot be reached ({e.Message}); add the bot again and send /bind there";
        }
        catch (RequestException e)
        {
            return $"could not be checked ({e.Message}); try again";
        }
    }
}
