using CheckinBot.Core.Buttons;
using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Something to be done because of an event. Data only; applied in order in the transaction of the event.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Sends a message.</summary>
    public sealed record Send(OutgoingMessage Message) : Effect;

    /// <summary>Replaces text and buttons of a message of the bot. Where that is no longer possible, the text is sent as a new message.</summary>
    public sealed record Edit(long ChatId, int MessageId, string Text, Keyboard Keyboard) : Effect
    {
        /// <summary>The forum topic in which the message is; 0 where there is none.</summary>
        public int ThreadId { get; init; }

        /// <summary>How the text is marked up.</summary>
        public TextFormat Format { get; init; }

        /// <summary>The same content as the HTML of a rich message (Bot API 10.1), used instead of the text where the server accepts it.</summary>
        public string? Rich { get; init; }

        /// <summary>The only user who sees the message, and its ephemeral id; null where the message is not ephemeral.</summary>
        public EphemeralReceiver? OnlyFor { get; init; }
    }

    /// <summary>Takes the buttons off a message of the bot.</summary>
    public sealed record RemoveButtons(long ChatId, int MessageId) : Effect;

    /// <summary>
    /// Takes the buttons off the last question of a private chat, because it is settled; not where they are under
    /// <paramref name="ExceptMessageId"/>, which is edited anyway.
    /// </summary>
    public sealed record SettleQuestion(long ChatId, int? ExceptMessageId) : Effect;

    /// <summary>Sets a reaction on a message.</summary>
    public sealed record React(long ChatId, int MessageId, string Emoji) : Effect;

    /// <summary>Deletes a message.</summary>
    public sealed record Delete(long ChatId, int MessageId) : Effect;

    /// <summary>Ends the waiting of a pressed button, and may show a short text over the chat (at most 200 characters).</summary>
    public sealed record AnswerButton(string CallbackId, string? Text = null, bool Alert = false) : Effect
    {
        /// <summary>Opens this address (a deep link into the private chat).</summary>
        public string? Url { get; init; }
    }

    /// <summary>Makes a file and sends it to the user in private.</summary>
    public sealed record SendFile(FileOrder Order) : Effect;

    /// <summary>Stores a new revision.</summary>
    public sealed record Record(CheckInDraft CheckIn) : Effect;

    /// <summary>Ties a user to a person; a staff code is spent by it.</summary>
    public sealed record Link(long UserId, long PersonId, LinkKind Kind, string DisplayName, string Code) : Effect;

    /// <summary>Unties a user from a person.</summary>
    public sealed record Unlink(long UserId, long PersonId, UnlinkReason Reason) : Effect;

    /// <summary>Stores what a user calls one of their children, so that the bot asks only once.</summary>
    public sealed record KeepNickname(long UserId, long PersonId, string Nickname) : Effect;

    /// <summary>Counts a wrong code.</summary>
    public sealed record CodeFailed(long UserId) : Effect;

    /// <summary>Keeps the language that a user chose.</summary>
    public sealed record SetLanguage(long UserId, Language Language) : Effect;

    /// <summary>Lists in the menu of a user's private chat what somebody with these roles may do.</summary>
    public sealed record OfferCommands(long UserId, Language Language, IReadOnlyList<Role> Roles) : Effect;

    /// <summary>
    /// Deletes what is stored about a user: account, links, conversation, code failures.
    /// Check-ins stay with the school, without the reporter's user id and name.
    /// </summary>
    public sealed record DeleteAccount(long UserId) : Effect;

    /// <summary>The user can, or can no longer, be written to.</summary>
    public sealed record SetReachable(long UserId, bool Reachable) : Effect;

    /// <summary>Makes a group the group of a unit; an earlier binding of this chat ends.</summary>
    public sealed record BindGroup(long ChatId, string? Title, long UnitId, long ByUserId, bool BotIsAdministrator, bool CanDelete) : Effect;

    /// <summary>Ends a group's binding.</summary>
    public sealed record UnbindGroup(long ChatId) : Effect;

    /// <summary>Keeps the bot's rights in a group, known or not.</summary>
    public sealed record SetGroupRights(long ChatId, string? Title, bool BotIsAdministrator, bool CanDelete) : Effect;

    /// <summary>Switches <c>tidy</c> on or off.</summary>
    public sealed record SetTidy(long ChatId, bool Tidy) : Effect;

    /// <summary>Follows a group that became a supergroup: binding, cards, unsent messages.</summary>
    public sealed record MigrateGroup(long FromChatId, long ToChatId) : Effect;

    /// <summary>Brings the cards of a unit up to date (coalesced).</summary>
    public sealed record RefreshCard(long UnitId) : Effect;

    /// <summary>
    /// Tells those who hold a role at a unit, each in their language, by the text of <see cref="Notice"/>. The user who
    /// caused it is left out.
    /// </summary>
    public sealed record NotifyStaff(long UnitId, Role Role, Notice Notice) : Effect
    {
        /// <summary>Each receiver is told only once about the same key; null tells every time.</summary>
        public string? Once { get; init; }

        /// <summary>The user who caused it is told too.</summary>
        public bool IncludeCauser { get; init; }
    }

    /// <summary>Tells one user, in their language.</summary>
    public sealed record NotifyUser(long UserId, Notice Notice) : Effect;

    /// <summary>Asks these users now, by <see cref="ConversationEvent.Reminded"/> to each: one of each family.</summary>
    public sealed record Nudge(IReadOnlyList<long> UserIds) : Effect;

    /// <summary>Notes that the family of somebody answers later.</summary>
    public sealed record SayLater(long PersonId, DateOnly Day, string Slot) : Effect;

    /// <summary>Keeps what a classmate's parent told, until somebody confirms it.</summary>
    public sealed record Hear(long PersonId, DateOnly Day, string Slot, Hearsay Told) : Effect;

    /// <summary>Forgets what a classmate's parent told.</summary>
    public sealed record Unhear(long PersonId, DateOnly Day, string Slot) : Effect;

    /// <summary>
    /// Tells the guardian who answers for somebody, in their language and not in quiet hours; once for a key, and never the user
    /// who caused it.
    /// </summary>
    public sealed record NotifyFamily(long PersonId, long UnitId, Notice Notice, string Once) : Effect;

    /// <summary>Lets a guardian back in whom a class teacher removed.</summary>
    public sealed record Readmit(long UserId, long PersonId) : Effect;

    /// <summary>Sends a page of a unit's digest. In a group it has counts only.</summary>
    public sealed record ShowDigest(long ChatId, DigestPage Page, Language Language, bool InGroup) : Effect
    {
        /// <summary>The message that becomes this page; null for a new one.</summary>
        public int? MessageId { get; init; }

        /// <summary>What the reader may do with it.</summary>
        public DigestRights Rights { get; init; }

        /// <summary>What is said on top of it.</summary>
        public DigestNotice Notice { get; init; }

        /// <summary>The units below that have not signed, where the notice says so.</summary>
        public IReadOnlyList<string> Unsigned { get; init; } = [];

        /// <summary>Who signs the numbers before the page is shown, where they are still those that were shown; null for nobody.</summary>
        public DigestSigning? Sign { get; init; }

        /// <summary>The name of the person who asks those who sign it to look at it again, before the page is shown; null for nobody.</summary>
        public string? QuestionedBy { get; init; }

        /// <summary>The mark of what the message showed when it was asked for afresh, and the press to be answered then; null for another press.</summary>
        public SeenPage? Seen { get; init; }

        /// <summary>The entry that the log of looks needs for the names on the page, still without the people; null where it needs none.</summary>
        public LogLook? Look { get; init; }
    }

    /// <summary>A page that somebody asks for afresh.</summary>
    /// <param name="CallbackId">The press of the button, which is answered once it is known whether anything has changed.</param>
    /// <param name="Mark">The mark of what they saw: see <see cref="DigestKeyboard.MarkOf"/>.</param>
    public sealed record SeenPage(string CallbackId, string Mark);

    /// <summary>Overrides a setting in a unit, by its key in the configuration; null takes the unit's own value away. Kept with who and when.</summary>
    public sealed record ChangeSetting(long UnitId, string Key, string? Value, long? ByPersonId) : Effect;

    /// <summary>Moves a pupil to another class of the school from today on. The family and both class teachers are told.</summary>
    public sealed record Transfer(long PersonId, long FromUnitId, long ToUnitId, long? ByPersonId) : Effect;

    /// <summary>
    /// Notes in the log of looks that the user of the event saw these people's health.
    /// Family and class teachers are not logged: see <see cref="Permissions.IsLogged"/>.
    /// </summary>
    /// <param name="PersonIds">Whom they saw.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Via">By which way.</param>
    /// <param name="ByPersonId">The member of staff as whom they looked.</param>
    public sealed record LogLook(IReadOnlyList<long> PersonIds, LookReason Reason, LookVia Via, long? ByPersonId) : Effect;

    /// <summary>Judges the rules anew after the commit, because something that they look at was told about a pupil or taken back.</summary>
    public sealed record JudgeRules(long UnitId, DateOnly Day) : Effect;

    /// <summary>
    /// The user of the event takes an alert on, and the cases of its pupils that nobody has; everybody who was told of the alert sees that.
    /// </summary>
    public sealed record TakeAlert(long FiringId, string Name, long? ByPersonId) : Effect;

    /// <summary>Notes that the user of the event asked for help, and nothing of what they said.</summary>
    public sealed record AskHelp(long UnitId, DistressKind Kind, string Writer) : Effect;

    /// <summary>The user of the event looks after somebody who asked for help.</summary>
    public sealed record TakeHelp(long RequestId, string Name) : Effect;

    /// <summary>The user of the event has talked with somebody whom they look after.</summary>
    public sealed record CloseHelp(long RequestId) : Effect;

    /// <summary>Ends from a day on what a person is monitored for: it was wrong, or somebody who may has ended it.</summary>
    public sealed record EndMonitored(long PersonId, DateOnly Day, MonitoredEnd End, string ByName) : Effect
    {
        /// <summary>Only this; null for all.</summary>
        public MonitoredKind? Kind { get; init; }
    }

    /// <summary>Opens a case by hand, for a reason in words.</summary>
    public sealed record OpenCase(long PersonId, long UnitId, DateOnly Day, string Note, string ByName, long? ByPersonId) : Effect;

    /// <summary>Brings a case on, as the table of cases allows.</summary>
    public sealed record MoveCase(CaseFile File, CaseMove Move, string ByName, long? ByPersonId) : Effect
    {
        /// <summary>Why it is closed.</summary>
        public CaseClosing? Closing { get; init; }

        /// <summary>The day for which the family says it; null where staff do.</summary>
        public DateOnly? FamilyDay { get; init; }
    }

    /// <summary>Lets a unit off for a day.</summary>
    public sealed record Waive(Waiver Waiver) : Effect;

    /// <summary>Takes back the waiver of a unit for a day.</summary>
    public sealed record Unwaive(long UnitId, DateOnly Day) : Effect;

    /// <summary>Sends the open cases of units, by name, to somebody who may see them there; the look is logged where it must be.</summary>
    public sealed record ShowCases(long ChatId, IReadOnlyList<long> UnitIds, Language Language) : Effect
    {
        /// <summary>Which of them.</summary>
        public CaseFilter Only { get; init; }
    }

    /// <summary>
    /// Goes on in private with what a user began in a group, by <see cref="ConversationEvent.TakenUp"/>
    /// in the user's private conversation, within the same transaction.
    /// </summary>
    public sealed record TakeUp(Sender User, GroupMatter Matter) : Effect;
}
