namespace Telegram.Bot.Types;

/// <summary>What a person is in a chat, with the rights that go with it.</summary>
[JsonConverter(typeof(ChatMemberConverter))]
public abstract class ChatMember
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public abstract ChatMemberStatus Status { get; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public User User { get; set; } = default!;

    [JsonIgnore]
    public bool IsAdmin => this is ChatMemberOwner or ChatMemberAdministrator;

    [JsonIgnore]
    public bool IsInChat => this is not (ChatMemberLeft or ChatMemberBanned or ChatMemberRestricted { IsMember: false });
}

/// <summary>The owner, who has every right.</summary>
public class ChatMemberOwner : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Creator;

    public bool IsAnonymous { get; set; }

    public string? CustomTitle { get; set; }
}

/// <summary>An administrator with the listed rights.</summary>
public class ChatMemberAdministrator : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Administrator;

    public bool CanBeEdited { get; set; }

    public bool IsAnonymous { get; set; }

    public bool CanManageChat { get; set; }

    public bool CanDeleteMessages { get; set; }

    public bool CanRestrictMembers { get; set; }

    public bool CanPromoteMembers { get; set; }

    public bool CanChangeInfo { get; set; }

    public bool CanInviteUsers { get; set; }

    public bool CanPinMessages { get; set; }

    public bool CanManageTopics { get; set; }

    public string? CustomTitle { get; set; }
}

/// <summary>An ordinary member.</summary>
public class ChatMemberMember : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Member;
}

/// <summary>Somebody under restrictions, in the chat or not.</summary>
public class ChatMemberRestricted : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Restricted;

    public bool IsMember { get; set; }

    public bool CanSendMessages { get; set; }

    public bool CanSendPhotos { get; set; }

    public bool CanSendDocuments { get; set; }

    public bool CanPinMessages { get; set; }

    /// <summary>UTC; null or <c>default</c> means for ever.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime? UntilDate { get; set; }
}

/// <summary>Not in the chat, and may come back.</summary>
public class ChatMemberLeft : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Left;
}

/// <summary>Shut out of the chat.</summary>
public class ChatMemberBanned : ChatMember
{
    public override ChatMemberStatus Status => ChatMemberStatus.Kicked;

    /// <summary>UTC; null or <c>default</c> means for ever.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime? UntilDate { get; set; }
}
