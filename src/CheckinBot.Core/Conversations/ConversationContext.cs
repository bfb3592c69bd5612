using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;

namespace CheckinBot.Core.Conversations;

/// <summary>All facts that the handling of one event may depend on, read in the transaction that stores its effects.</summary>
public sealed record ConversationContext
{
    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The bot's user name without <c>@</c>, for links into the private chat.</summary>
    public string BotUserName { get; init; } = "";

    /// <summary>The language that the user chose; null before any choice.</summary>
    public Language? ChosenLanguage { get; init; }

    /// <summary>The language of the group's unit, or the one configured; used where the user's is unknown.</summary>
    public Language DefaultLanguage { get; init; } = Language.ZhHans;

    /// <summary>The user's children and the user themselves, where linked; the user first, then children in the order of linking.</summary>
    public IReadOnlyList<Subject> Own { get; init; } = [];

    /// <summary>The roles that the user holds, by the links to their own person.</summary>
    public IReadOnlyList<Post> Posts { get; init; } = [];

    /// <summary>Names of the classes of <see cref="Own"/> other than the own ones. <see cref="ContextNeeds.Classmates"/>.</summary>
    public IReadOnlyList<KnownName> Classmates { get; init; } = [];

    /// <summary>The group of the event; null in private and where the bot knows nothing of the group. <see cref="ContextNeeds.Group"/>.</summary>
    public GroupBinding? Group { get; init; }

    /// <summary>
    /// The group's class. In private the classes (or departments, or boarding houses) for which the user answers, and of
    /// those below a post of the user the ones that the event names. <see cref="ContextNeeds.Classes"/>.
    /// </summary>
    public IReadOnlyList<ClassRoster> Classes { get; init; } = [];

    /// <summary>The units below the one that the event names, where the user holds a post at it or above it. <see cref="ContextNeeds.Classes"/>.</summary>
    public UnitsBelow? Below { get; init; }

    /// <summary>The classes at and below the unit that the event names; where that is a class, those of its school. <see cref="ContextNeeds.SchoolClasses"/>.</summary>
    public IReadOnlyList<Unit> SchoolClasses { get; init; } = [];

    /// <summary>Units whose group this may become, by a post of the user there, or above where the event names one. <see cref="ContextNeeds.Group"/> with <c>/bind</c>.</summary>
    public IReadOnlyList<Unit> Bindable { get; init; } = [];

    /// <summary>What the bot may do in the group of the event, bound or not. <see cref="ContextNeeds.Group"/>.</summary>
    public BotRights BotRights { get; init; } = new(false, false);

    /// <summary>Ephemeral messages were proven to work in this group, so that a dialog may go on inside it unseen by the others.</summary>
    public bool CanSendEphemeral { get; init; }

    /// <summary>What the code of <c>/start</c> stands for; null where there is no such code. <see cref="ContextNeeds.Invitation"/>.</summary>
    public Invitation? Invitation { get; init; }

    /// <summary>Wrong codes by this user within the last hour. <see cref="ContextNeeds.Invitation"/>.</summary>
    public int CodeFailures { get; init; }

    /// <summary>Most guardians that a pupil may have.</summary>
    public int MaxGuardians { get; init; } = 4;

    /// <summary>Current check-ins that the edited message made, by any of its revisions. <see cref="ContextNeeds.EditedCheckIns"/>.</summary>
    public IReadOnlyList<CheckIn> EditedCheckIns { get; init; } = [];

    /// <summary>The alert of the pressed button; null where there is none. <see cref="ContextNeeds.Alert"/>.</summary>
    public PressedAlert? Alert { get; init; }

    /// <summary>The unit of the pressed button that may be let off today. <see cref="ContextNeeds.Waiver"/>.</summary>
    public Waivable? Waivable { get; init; }

    /// <summary>The unit that the pressed button names; null where there is none of that id. <see cref="ContextNeeds.PressedUnit"/>.</summary>
    public Unit? PressedUnit { get; init; }

    /// <summary>The forms that <see cref="PressedUnit"/> offers. <see cref="ContextNeeds.PressedUnit"/>.</summary>
    public IReadOnlyList<FormTemplate> Forms { get; init; } = [];

    /// <summary>The settings of the one unit that the event is about; null where it is about none or is not clear. <see cref="ContextNeeds.Settings"/>.</summary>
    public UnitSettingsView? Settings { get; init; }

    /// <summary>
    /// Looks at people of the unit that <c>/looks</c> is about, the latest first; with <c>/me</c> those at the own children.
    /// <see cref="ContextNeeds.Looks"/>.
    /// </summary>
    public IReadOnlyList<LookSeen> Looks { get; init; } = [];

    /// <summary>The address that opens the private chat and begins a check-in there.</summary>
    public string CardLink => $"https://t.me/{BotUserName}?start={GroupCard.StartParameter}";

    /// <summary>What the user is to be spoken to in: their choice, else their Telegram's language, else the default.</summary>
    public Language LanguageFor(Sender sender) => ChosenLanguage ?? LanguageTag.Parse(sender.LanguageCode) ?? DefaultLanguage;
}

/// <summary>Somebody for whom the user may report, with what is known of them today.</summary>
/// <param name="Person">Who.</param>
/// <param name="Unit">The class, or the unit of a member of staff.</param>
/// <param name="Relation">By what right the user reports.</param>
/// <param name="Window">The day to which an answer given now belongs.</param>
/// <param name="Rules">The health rules that hold there.</param>
public sealed record Subject(Person Person, Unit Unit, Relation Relation, CheckInWindow Window, HealthRules Rules)
{
    /// <summary>The boarding house in which the pupil lives, where the user sees them by a post there.</summary>
    public Unit? House { get; init; }

    /// <summary>Names by which the family calls the child.</summary>
    public IReadOnlyList<string> Nicknames { get; init; } = [];

    /// <summary>1 for the eldest of the user's children, 0 where unknown (大宝, 弟弟).</summary>
    public int BirthOrder { get; init; }

    /// <summary>The current answer for the window's day and slot; null where there is none.</summary>
    public CheckIn? Current { get; init; }

    /// <summary>The current answer for the school day before, same slot.</summary>
    public CheckIn? Previous { get; init; }

    /// <summary>The last answer of an earlier slot of the window's day; null where there is none.</summary>
    public CheckIn? Earlier { get; init; }

    /// <summary>All revisions of the window's day and of the day before, oldest first. <see cref="ContextNeeds.History"/>.</summary>
    public IReadOnlyList<CheckIn> History { get; init; } = [];

    /// <summary>Current check-ins of the last days that tell a disease, of any day and slot. <see cref="ContextNeeds.Diagnosed"/>.</summary>
    public IReadOnlyList<CheckIn> Diagnosed { get; init; } = [];

    /// <summary>The unit is let off today. Looked up where a family has people in several units: where it has not, the unit is not asked at all.</summary>
    public bool IsWaived { get; init; }

    /// <summary>Let off, or without school: beside somebody who is to answer, nobody asks for them.</summary>
    public bool IsFreeToday => IsWaived || Window.Phase == WindowPhase.NoSchool;

    /// <summary>An answer that is enough for today: nobody needs to be asked.</summary>
    public bool IsDone => Current?.Answer.Status is CheckInStatus.Reported or CheckInStatus.Exempt;
}

/// <summary>A class as its teacher or its group sees it.</summary>
/// <param name="Unit">The class.</param>
/// <param name="Window">Its day and slot.</param>
/// <param name="Students">Everybody who is expected to check in there on that day, by number and name.</param>
public sealed record ClassRoster(Unit Unit, CheckInWindow Window, IReadOnlyList<Subject> Students)
{
    /// <summary>When nobody is written to unasked there.</summary>
    public QuietHours Quiet { get; init; } = QuietHours.Default;

    /// <summary>Those who are asked in the window's slot: in the evening the boarders alone.</summary>
    public IEnumerable<Subject> Expected => Students.Where(student => student.Window.Slot == Window.Slot);

    /// <summary>The guardians of the students.</summary>
    public IReadOnlyList<Guardian> Guardians { get; init; } = [];

    /// <summary>The school's name, for the heading.</summary>
    public string? SchoolName { get; init; }
}

/// <summary>What the bot knows of a group.</summary>
/// <param name="ChatId">The group.</param>
/// <param name="Unit">The unit whose group it is.</param>
public sealed record GroupBinding(long ChatId, Unit Unit)
{
    /// <summary>Messages that show a reading are removed once stored; the class's own choice.</summary>
    public bool Tidy { get; init; }

    /// <summary>The message answers a card of today.</summary>
    public bool RepliesToCard { get; init; }
}

/// <summary>What the bot may do in a group.</summary>
/// <param name="IsAdministrator">It is an administrator and sees every message.</param>
/// <param name="CanDelete">It may delete messages.</param>
public sealed record BotRights(bool IsAdministrator, bool CanDelete);

/// <summary>What an invitation code stands for.</summary>
/// <param name="Code">The code as stored.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="Unit">Their unit.</param>
public sealed record Invitation(string Code, Person Person, Unit Unit)
{
    /// <summary>Taken back by staff.</summary>
    public bool Revoked { get; init; }

    /// <summary>Users who are linked to that person now.</summary>
    public IReadOnlyList<long> LinkedUserIds { get; init; } = [];

    /// <summary>The single use of a staff code is spent.</summary>
    public bool UsedUp { get; init; }

    /// <summary>The class teacher removed this very user from this pupil; the code does not let them back in.</summary>
    public bool UserWasRemoved { get; init; }
}

/// <summary>An alert whose button was pressed.</summary>
/// <param name="Firing">What has fired.</param>
/// <param name="Unit">The class, or the school.</param>
/// <param name="Zone">The unit's time zone.</param>
public sealed record PressedAlert(Rules.Firing Firing, Unit Unit, TimeZoneInfo Zone);

/// <summary>A unit that may be let off today.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Window">Its day and slot.</param>
/// <param name="Waiver">What was said already at exactly this unit; null where nothing was.</param>
public sealed record Waivable(Unit Unit, CheckInWindow Window, Waiver? Waiver);
