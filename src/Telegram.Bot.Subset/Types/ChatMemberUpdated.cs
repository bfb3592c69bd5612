namespace Telegram.Bot.Types;

/// <summary>Somebody's place in a chat changed.</summary>
public class ChatMemberUpdated
{
    public Chat Chat { get; set; } = default!;

    /// <summary>Who did it.</summary>
    public User From { get; set; } = default!;

    /// <summary>UTC.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter)), JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTime Date { get; set; }

    public ChatMember OldChatMember { get; set; } = default!;

    public ChatMember NewChatMember { get; set; } = default!;

    public bool ViaJoinRequest { get; set; }

    public bool ViaChatFolderInviteLink { get; set; }
}
