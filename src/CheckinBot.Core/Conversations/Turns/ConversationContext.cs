using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Places;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>All facts that the handling of one event may depend on, read in the transaction that stores its effects.</summary>
public sealed record ConversationContext
{
    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The bot's user name without <c>@</c>, for links into the private chat.</summary>
    public string BotUserName { get; init; } = "";

    /// <summary>The language that the user chose; null before any choice.</summary>
    public Language? ChosenLanguage { get; init; }

    /// <summary>The language in which the user was last answered; for an event that does not tell their Telegram's language.</summary>
    public Language? SeenLanguage { get; init; }

    /// <summary>The last message to the user was not refused.</summary>
    public bool IsReachable { get; init; } = true;

    /// <summary>The language of the group's unit, or the one configured; used where the user's is unknown.</summary>
    public Language DefaultLanguage { get; init; } = Language.ZhHans;

    /// <summary>Where somebody of the user's region finds help.</summary>
    public CrisisHelp Crisis { get; init; } = new([], EmergencyNumbers.Of(""));

    /// <summary>Who asked for help in the units for which the user looks after people, and with whom nobody has talked yet.</summary>
    public IReadOnlyList<HelpRequest> HelpAsked { get; init; } = [];

    /// <summary>The user's children and the user themselves, where linked; the user first, then children in the order of linking.</summary>
    public IReadOnlyList<Subject> Own { get; init; } = [];

    /// <summary>The roles that the user holds, by the links to their own person.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>The names of the other pupils in the classes of <see cref="Own"/>. <see cref="ContextNeeds.Classmates"/>.</summary>
    public IReadOnlyList<KnownName> Classmates { get; init; } = [];

    /// <summary>The group of the event; null in private and where the bot knows nothing of the group. <see cref="ContextNeeds.Group"/>.</summary>
    public GroupBinding? Group { get; init; }

    /// <summary>
    /// In a group, its class. In private the classes (or departments, or boarding houses) for which the user answers and, among
    /// the units below a post of the user, those that the event names. <see cref="ContextNeeds.Classes"/>.
    /// </summary>
    public IReadOnlyList<ClassRoster> Classes { get; init; } = [];

    /// <summary>The units below the one that the event names, where the user holds a post at it or above it. <see cref="ContextNeeds.Classes"/>.</summary>
    public UnitsBelow? Below { get; init; }

    /// <summary>
    /// The classes at and below the unit that the event names; where that is a class, those of its school.
    /// <see cref="ContextNeeds.SchoolClasses"/>.
    /// </summary>
    public IReadOnlyList<Unit> SchoolClasses { get; init; } = [];

    /// <summary>
    /// The units to which the user may bind this group, by a post there, or by one above where the event names the unit.
    /// <see cref="ContextNeeds.Group"/> with <c>/bind</c>.
    /// </summary>
    public IReadOnlyList<Unit> Bindable { get; init; } = [];

    /// <summary>What the bot may do in the group of the event, bound or not. <see cref="ContextNeeds.Group"/>.</summary>
    public BotRights BotRights { get; init; } = new(false, false);

    /// <summary>Ephemeral messages were proven to work in this group, so that a dialog may go on inside it unseen by the others.</summary>
    public bool CanSendEphemeral { get; init; }

    /// <summary>What the code of <c>/start</c> stands for; null where there is no such code. <see cref="ContextNeeds.Invitation"/>.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>Wrong codes by this user within the last hour. <see cref="ContextNeeds.Invitation"/>.</summary>
    public int CodeFailures { get; init; }

    /// <summary>Days after which check-ins of the user's school are removed.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>Most guardians that a pupil may have.</summary>
    public int MaxGuardians { get; init; } = 4;

    /// <summary>
    /// All revisions, whoever made them, of the answers of which the edited message made any, by person, day and slot.
    /// <see cref="ContextNeeds.EditedCheckIns"/>.
    /// </summary>
    public IReadOnlyList<CheckIn> EditedRevisions { get; init; } = [];

    /// <summary>The current ones of <see cref="EditedRevisions"/>.</summary>
    public IReadOnlyList<CheckIn> EditedCheckIns =>
        [.. EditedRevisions.GroupBy(one => (one.PersonId, one.Day, one.Slot)).Select(revisions => revisions.MaxBy(one => one.Revision)!)];

    /// <summary>The alert of the pressed button; null where there is none. <see cref="ContextNeeds.Alert"/>.</summary>
    public PressedAlert? Alert { get; init; }

    /// <summary>
    /// The case of the pressed button, or the open cases of the pupils whom the command names. <see cref="ContextNeeds.Cases"/>.
    /// </summary>
    public IReadOnlyList<CaseDetails> Cases { get; init; } = [];

    /// <summary>The unit of the pressed button that may be let off today. <see cref="ContextNeeds.Waiver"/>.</summary>
    public Waivable? Waivable { get; init; }

    /// <summary>The unit that the pressed button names; null where there is none of that id. <see cref="ContextNeeds.PressedUnit"/>.</summary>
    public Unit? PressedUnit { get; init; }

    /// <summary>The forms that <see cref="PressedUnit"/> offers. <see cref="ContextNeeds.PressedUnit"/>.</summary>
    public IReadOnlyList<FormTemplate> Forms { get; init; } = [];

    /// <summary>
    /// The settings of the one unit that the event is about; null where it is about none or is not clear.
    /// <see cref="ContextNeeds.Settings"/>.
    /// </summary>
    public UnitSettingsView? Settings { get; init; }

    /// <summary>
    /// The looks at people of the unit that the command is about, the latest first; for a family the looks at their children.
    /// <see cref="ContextNeeds.Looks"/>.
    /// </summary>
    public IReadOnlyList<LookSeen> Looks { get; init; } = [];

    /// <summary>When the user was last asked unasked, by a reminder or a nudge; null where never. <see cref="ContextNeeds.Asked"/>.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>The address that opens the private chat and begins a check-in there.</summary>
    public string CardLink => $"https://t.me/{BotUserName}?start={GroupCard.StartParameter}";

    /// <summary>
    /// The language in which the bot speaks to the user: their choice, else their Telegram's language, now or when it was last
    /// told, else the default.
    /// </summary>
    public Language LanguageFor(Sender sender) => ChosenLanguage ?? LanguageTag.Parse(sender.LanguageCode) ?? SeenLanguage ?? DefaultLanguage;
}
