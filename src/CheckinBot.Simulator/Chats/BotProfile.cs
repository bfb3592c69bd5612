namespace CheckinBot.Simulator.Chats;

/// <summary>What a bot tells about itself: names by language, commands by scope and language, menu buttons.</summary>
internal sealed class BotProfile
{
    private readonly Dictionary<(string Field, string Language), string> _texts = [];
    private readonly Dictionary<(CommandScope Scope, string Language), BotCommand[]> _commands = [];

    public void SetText(string field, string language, string value)
    {
        if (value.Length == 0)
        {
            _texts.Remove((field, language));
        }
        else
        {
            _texts[(field, language)] = value;
        }
    }

    public string Text(string field, string language, string fallback) =>
        _texts.GetValueOrDefault((field, language)) ?? _texts.GetValueOrDefault((field, "")) ?? fallback;

    public void SetCommands(CommandScope scope, string language, BotCommand[] list)
    {
        if (list.Length == 0)
        {
            _commands.Remove((scope, language));
        }
        else
        {
            _commands[(scope, language)] = list;
        }
    }

    public BotCommand[] Commands(CommandScope scope, string language) => _commands.GetValueOrDefault((scope, language)) ?? [];

    /// <summary>The commands that a person's app offers in a chat: the narrowest scope that has any wins.</summary>
    public BotCommand[] CommandsFor(SimChat chat, SimUser person)
    {
        var language = person.LanguageCode?.Split('-')[0] ?? "";
        foreach (var scope in ScopesFor(chat, person))
        {
            foreach (var tongue in (string[])[language, ""])
            {
                if (_commands.TryGetValue((scope, tongue), out var found))
                {
                    return found;
                }
            }
        }

        return [];
    }

    private static IEnumerable<CommandScope> ScopesFor(SimChat chat, SimUser person)
    {
        if (chat.IsPrivate)
        {
            yield return new CommandScope("chat", chat.Id);
            yield return new CommandScope("all_private_chats");
        }
        else
        {
            yield return new CommandScope("chat_member", chat.Id, person.Id);
            if (chat.IsAdministrator(person.Id))
            {
                yield return new CommandScope("chat_administrators", chat.Id);
            }

            yield return new CommandScope("chat", chat.Id);
            if (chat.IsAdministrator(person.Id))
            {
                yield return new CommandScope("all_chat_administrators");
            }

            yield return new CommandScope("all_group_chats");
        }

        yield return new CommandScope("default");
    }
}

/// <summary>The Bot API's BotCommandScope.</summary>
internal sealed record CommandScope(string Type, long ChatId = 0, long UserId = 0);

/// <summary>A command in a bot's menu.</summary>
/// <param name="IsEphemeral">Typed in a group it is seen only by its sender and the bot (Bot API 10.2).</param>
public sealed record BotCommand(string Command, string Description, bool IsEphemeral = false);
