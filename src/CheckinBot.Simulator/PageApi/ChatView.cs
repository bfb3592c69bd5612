using CheckinBot.Simulator.Chats;

namespace CheckinBot.Simulator.PageApi;

/// <summary>A line of the chat list. Made under the world's lock.</summary>
/// <param name="Chat">A group's id, or the id of the bot in a private chat.</param>
/// <param name="Unread">At most <see cref="MostUnread"/>.</param>
internal sealed record ChatView(
    long Chat,
    string Kind,
    string Title,
    string? Username,
    int Members,
    bool Blocked,
    bool Started,
    int Unread,
    MessageView? Last,
    IReadOnlyList<BotCommand> Commands)
{
    public const int MostUnread = 100;

    public static long NumberOf(SimChat chat) => chat.IsPrivate ? chat.Bot!.Id : chat.Id;

    public static ChatView Of(SimChat chat, SimUser viewer)
    {
        var last = chat.Before(viewer.Id, int.MaxValue, 1);
        return new ChatView(
            NumberOf(chat),
            chat.Kind.ToString().ToLowerInvariant(),
            chat.Title ?? chat.Bot!.Profile.Text("name", viewer.LanguageCode?.Split('-')[0] ?? "", chat.Bot.Account.DisplayName),
            chat.Bot?.Username,
            chat.Members.Count(m => m.Value <= MemberStatus.Member),
            chat.Blocked,
            chat.Started || !chat.IsPrivate,
            CountUnread(chat, viewer.Id),
            last.IsEmpty ? null : MessageView.Of(last[0], viewer.Id),
            [.. chat.Bots.SelectMany(b => b.Profile.CommandsFor(chat, viewer))]);
    }

    private static int CountUnread(SimChat chat, long viewerId)
    {
        var unread = 0;
        var read = chat.ReadUpTo.GetValueOrDefault(viewerId, -1);
        for (var key = chat.Length - 1; key > read && unread < MostUnread; key--)
        {
            if (chat.At(key) is { Service: null } message && message.From.Id != viewerId && message.IsVisibleTo(viewerId))
            {
                unread++;
            }
            else if (chat.At(key)?.From.Id == viewerId)
            {
                // A person who answered has read what came before.
                break;
            }
        }

        return unread;
    }
}
