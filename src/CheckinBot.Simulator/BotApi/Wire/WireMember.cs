using CheckinBot.Simulator.Chats;

namespace CheckinBot.Simulator.BotApi.Wire;

/// <summary>The Bot API's ChatMember in its variants.</summary>
internal sealed record WireMember(string Status, WireUser User)
{
    public bool? IsAnonymous { get; init; }

    public bool? CanBeEdited { get; init; }

    public bool? CanManageChat { get; init; }

    public bool? CanDeleteMessages { get; init; }

    public bool? CanManageVideoChats { get; init; }

    public bool? CanRestrictMembers { get; init; }

    public bool? CanPromoteMembers { get; init; }

    public bool? CanChangeInfo { get; init; }

    public bool? CanInviteUsers { get; init; }

    public bool? CanPostStories { get; init; }

    public bool? CanEditStories { get; init; }

    public bool? CanDeleteStories { get; init; }

    public bool? CanPinMessages { get; init; }

    public long? UntilDate { get; init; }

    public static WireMember Of(SimUser user, MemberStatus status) => status switch
    {
        MemberStatus.Creator => new WireMember("creator", WireUser.Of(user)) { IsAnonymous = false },
        MemberStatus.Administrator => new WireMember("administrator", WireUser.Of(user))
        {
            IsAnonymous = false,
            CanBeEdited = false,
            CanManageChat = true,
            CanDeleteMessages = true,
            CanManageVideoChats = true,
            CanRestrictMembers = true,
            CanPromoteMembers = false,
            CanChangeInfo = true,
            CanInviteUsers = true,
            CanPostStories = false,
            CanEditStories = false,
            CanDeleteStories = false,
            CanPinMessages = true,
        },
        MemberStatus.Member => new WireMember("member", WireUser.Of(user)),
        MemberStatus.Left => new WireMember("left", WireUser.Of(user)),
        _ => new WireMember("kicked", WireUser.Of(user)) { UntilDate = 0 },
    };
}
