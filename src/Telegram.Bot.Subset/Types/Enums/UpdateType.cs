namespace Telegram.Bot.Types.Enums;

/// <summary>The kinds of update; as <c>allowed_updates</c> they say what the bot wants to be told. Unknown is a kind outside this subset.</summary>
[JsonConverter(typeof(EnumConverter<UpdateType>))]
public enum UpdateType
{
    Unknown = 0,
    Message = 1,
    InlineQuery = 2,
    ChosenInlineResult = 3,
    CallbackQuery = 4,
    EditedMessage = 5,
    ChannelPost = 6,
    EditedChannelPost = 7,
    ShippingQuery = 8,
    PreCheckoutQuery = 9,
    Poll = 10,
    PollAnswer = 11,
    MyChatMember = 12,
    ChatMember = 13,
    ChatJoinRequest = 14,
    MessageReaction = 15,
    MessageReactionCount = 16,
    ChatBoost = 17,
    RemovedChatBoost = 18,
    BusinessConnection = 19,
    BusinessMessage = 20,
    EditedBusinessMessage = 21,
    DeletedBusinessMessages = 22,
    PurchasedPaidMedia = 23,
    ManagedBot = 24,
    GuestMessage = 25,
    Subscription = 26,
}
