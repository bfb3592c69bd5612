using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Stores what was told, at once, and tells those who must know.</summary>
internal static class Recording
{
    private static readonly TimeSpan PutRightWithin = TimeSpan.FromMinutes(45);

    /// <summary>Stores a new revision where the answer differs from the present one; returns whether it did.</summary>
    public static bool Record(
        Turn turn, Subject subject, DateOnly day, string slot, CheckInAnswer answer, CheckInSource source, int? messageId, bool alertLater = false)
    {
        // Children of one family may be asked in different slots; only an undo keeps the slot of the answer that it takes back.
        if (day == subject.Window.Day && source != CheckInSource.Undo) slot = subject.Window.Slot;
        var before = turn.AnswerOf(subject, day);
        turn.Sees(subject, day);
        if (answer.Status != CheckInStatus.Missing) answer = TravelOfDay(subject, day, slot, answer);
        if (before == answer) return false;
        turn.Remember(subject, day, answer);
        Store(turn, subject, day, slot, answer, source, messageId);
        if (before.Status != answer.Status && day == subject.Window.Day) turn.Add(new Effect.RefreshCard(subject.Unit.Id));
        if (subject.Person.Role == Role.Student && (IsFact(subject, before) || IsFact(subject, answer))) turn.Add(new Effect.JudgeRules(subject.Unit.Id, day));
        if (day == subject.Window.Day) Alert(turn, subject, TravelOfDay(subject, day, slot, before), answer, alertLater);
        else if (IsUnwell(subject, answer) && answer != before)
            Notify(turn, subject, new Notice.UnwellEarlier(subject.Person.Id, subject.Person.Name, subject.Unit.ShortName, answer, day), urgent: false);
        return true;
    }

    /// <summary>
    /// What is known after an entry of a message: what it denies is taken off, what it tells is added. A temperature is a
    /// further reading of the day, unless the message says that the one before was wrong.
    /// </summary>
    public static CheckInAnswer Merged(
        Turn turn, Subject subject, DateOnly day, ReadingEntry entry, CheckInAnswer told, bool isCorrection)
    {
        if (day == subject.Window.Day) DenyMonitored(turn, subject, entry.Denied, isCorrection);
        var before = turn.AnswerOf(subject, day);
        var known = Dated(subject, day, before, always: told.TemperatureTenths is not null);
        var at = turn.SaidAt.ToOffset(subject.Window.UtcOffset);
        if (IsOvertaken(turn, subject, day)) return Under(known, told, at) is var under && under != known ? under : before;
        var putsRight = entry.PutsRight && known.Readings is [.., { At: { } last }] && at - last < PutRightWithin;
        var answer = known.Without(entry.Denied with { IsOver = !isCorrection }).With(told, isCorrection || putsRight, at);
        if (answer == known) return before;
        var isPlain = before.Taken.Count == 0 && answer.Taken is [{ When: null, Tenths: var only }] && only < FeverLines.Default.Lowest;
        return isPlain ? answer with { Taken = [] } : answer;
    }

    /// <summary>
    /// Words that it was wrong end what the person is monitored for, on whatever day it was told. That a quarantine is over ends nothing:
    /// it lasts until its day.
    /// </summary>
    private static void DenyMonitored(Turn turn, Subject subject, Retraction denied, bool isCorrection)
    {
        if (denied.Travel) Deny(MonitoredKind.KeyArea);
        if (denied.Contact) Deny(MonitoredKind.Contact);
        if (!denied.Isolation || !isCorrection) return;
        Deny(MonitoredKind.IsolationHome);
        Deny(MonitoredKind.IsolationCentral);

        void Deny(MonitoredKind kind) => turn.Add(
            new Effect.EndMonitored(subject.Person.Id, subject.Window.Day, MonitoredEnd.Denied, turn.Event.From.DisplayName) { Kind = kind });
    }

    /// <summary>Something told later than this message is on record already; the message comes late.</summary>
    private static bool IsOvertaken(Turn turn, Subject subject, DateOnly day) =>
        Turn.StoredOf(subject, day) is { ToldAt: { } told, Answer.Status: not CheckInStatus.Missing } stored
        && told > turn.SaidAt && (stored.MessageId != turn.MessageId || stored.ChatId != turn.Event.Chat.Id);

    /// <summary>What a late message tells fills what is not known; it overrules nothing, and its reading stands in its place among those of the day.</summary>
    private static CheckInAnswer Under(CheckInAnswer known, CheckInAnswer told, DateTimeOffset at)
    {
        var answer = CheckInAnswer.Empty.With(told with { Taken = [.. told.Readings.Select(one => one with { At = one.At ?? at })] }).With(known);
        return answer.Taken.Count > 1 ? answer with { Taken = [.. answer.Taken.OrderBy(one => one.At ?? DateTimeOffset.MinValue)] } : answer;
    }

    /// <summary>Whether an entry takes anything off what is recorded of somebody today.</summary>
    public static bool TakesOff(Turn turn, Subject subject, ReadingEntry entry, bool isCorrection) =>
        turn.AnswerOf(subject, subject.Window.Day) is var known && known.Without(entry.Denied with { IsOver = !isCorrection }) != known;

    /// <summary>The same for what was told by a button.</summary>
    public static CheckInAnswer Merged(Turn turn, Subject subject, DateOnly day, CheckInAnswer told)
    {
        var before = turn.AnswerOf(subject, day);
        return told.TemperatureTenths is null
            ? before.With(told)
            : Dated(subject, day, before, always: true).With(told, at: turn.SaidAt.ToOffset(subject.Window.UtcOffset));
    }

    /// <summary>
    /// A temperature gets its time before another, or anything on top of a raised one, is told: the time of the check-in is then
    /// that of the later message.
    /// </summary>
    private static CheckInAnswer Dated(Subject subject, DateOnly day, CheckInAnswer answer, bool always) =>
        answer is { Taken.Count: 0, TemperatureTenths: { } tenths } && (always || tenths >= FeverLines.Default.Lowest)
            && Turn.StoredOf(subject, day) is { } stored
            ? answer with
            {
                Taken = [new(tenths, answer.Site, null) { At = (stored.ToldAt ?? stored.ReportedAt).ToOffset(subject.Window.UtcOffset) }],
            }
            : answer;

    /// <summary>The diseases that some people were lately said to have.</summary>
    public static Diseases DiagnosedOf(IEnumerable<Subject> subjects) =>
        subjects.SelectMany(subject => subject.Diagnosed).Aggregate(Diseases.None, (all, one) => all | one.Answer.Diseases);

    /// <summary>
    /// Takes back the diagnoses that somebody was lately said to have, on whatever day, each by a new revision; what else
    /// was told then stays. Returns the check-ins as they were.
    /// </summary>
    public static IReadOnlyList<CheckIn> CloseDiagnoses(Turn turn, Subject subject, Diseases diseases, CheckInSource source, int? messageId)
    {
        List<CheckIn> closed = [.. subject.Diagnosed.Where(one => (one.Answer.Diseases & diseases) != 0)];
        foreach (var told in closed)
        {
            if (told.Day == subject.Window.Day && told.Slot == subject.Window.Slot)
            {
                Record(turn, subject, told.Day, told.Slot, turn.AnswerOf(subject, told.Day).Without(new() { Diseases = diseases }), source, messageId);
                continue;
            }

            var answer = told.Answer.Without(new() { Diseases = diseases });
            Store(turn, subject, told.Day, told.Slot, answer, source, messageId);
            if (subject.Person.Role == Role.Student) turn.Add(new Effect.JudgeRules(subject.Unit.Id, told.Day));
            Notify(turn, subject, new Notice.AlertCorrected(subject.Person.Id, subject.Person.Name, subject.Unit.ShortName, answer), urgent: true);
        }

        return closed;
    }

    private static void Store(Turn turn, Subject subject, DateOnly day, string slot, CheckInAnswer answer, CheckInSource source, int? messageId)
    {
        // The answers to questions belong to the message that began the check-in, and to its time.
        var begun = messageId is not null && (messageId != turn.MessageId || turn.Said is null)
            && Turn.StoredOf(subject, day) is { } stored && stored.MessageId == messageId && stored.ChatId == turn.Event.Chat.Id ? stored : null;
        var byStaff = subject.Relation is not (Relation.Guardian or Relation.Self);
        turn.Add(new Effect.Record(new CheckInDraft(
            subject.Person.Id, subject.Unit.Id, day, slot, answer, byStaff && source == CheckInSource.Private ? CheckInSource.Teacher : source,
            turn.UserId, turn.Context.Now)
        {
            ReporterPersonId = byStaff || subject.Relation == Relation.Self
                ? Authority.ActingPerson(turn.Context) ?? (subject.Relation == Relation.Self ? subject.Person.Id : null)
                : null,
            ReporterName = NameOfSender(turn, subject),
            ChatId = messageId is null ? null : turn.Event.Chat.Id,
            MessageId = messageId,
            ToldAt = begun?.ToldAt ?? turn.SaidAt,
            ToldHash = begun is not null ? begun.ToldHash : messageId == turn.MessageId && turn.Said is { } said ? ToldHash.Of(said) : null,
        }));
    }

    private static string NameOfSender(Turn turn, Subject subject) => subject.Relation == Relation.Guardian
        ? turn.Phrases.GuardianOf(turn.Event.From.DisplayName, subject.Person.Name)
        : turn.Event.From.DisplayName is { Length: > 0 } shown ? shown
        : turn.Context.Own.FirstOrDefault(own => own.Relation == Relation.Self)?.Person.Name ?? turn.Phrases.RoleName(Role.Teacher);

    /// <summary>Travel is asked once a day: what was told of it in an earlier slot holds in the later ones.</summary>
    private static CheckInAnswer TravelOfDay(Subject subject, DateOnly day, string slot, CheckInAnswer answer) =>
        answer.Travel == Travel.Unknown
        && subject.Earlier is { Answer.Travel: not Travel.Unknown } earlier && earlier.Day == day && earlier.Slot != slot
            ? answer with
            {
                Travel = earlier.Answer.Travel,
                Place = earlier.Answer.Place,
                ReturnedOn = earlier.Answer.ReturnedOn,
                StillAway = earlier.Answer.StillAway
            }
            : answer;

    /// <summary>Whether somebody is ill in a way that the class teacher must know of at once.</summary>
    public static bool IsUnwell(Subject subject, CheckInAnswer answer) =>
        subject.Rules.IsFever(answer) || answer.Symptoms != Symptoms.None || answer.Diseases != Diseases.None
            || answer.Absence is Absence.IllAtHome or Absence.Hospital;

    /// <summary>Whether somebody is back from a key area, in contact, or in quarantine.</summary>
    public static bool NeedsFollowUp(Subject subject, CheckInAnswer answer) =>
        answer.Contact || answer.Isolation != Isolation.None
            || (answer.Travel == Travel.Yes && subject.Rules.KeyAreaOf(answer.Place, subject.Window.Day) is not null);

    /// <summary>Tells the class teacher how an unwell person is, once the questions about it are answered.</summary>
    public static void AlertDetails(Turn turn, Subject subject, CheckInAnswer answer) =>
        Notify(turn, subject, new Notice.Unwell(subject.Person.Id, subject.Person.Name, subject.Unit.ShortName, answer), urgent: IsUrgent(subject, answer));

    private static bool IsUrgent(Subject subject, CheckInAnswer answer) => subject.Rules.IsFever(answer) || answer.Diseases != Diseases.None;

    /// <summary>Whether an answer holds something that a rule may look at.</summary>
    private static bool IsFact(Subject subject, CheckInAnswer answer) =>
        subject.Rules.IsFever(answer) || answer.Symptoms != Symptoms.None || answer.Diseases != Diseases.None
            || (answer.Travel == Travel.Yes && subject.Rules.KeyAreaOf(answer.Place, subject.Window.Day) is not null);

    private static void Alert(Turn turn, Subject subject, CheckInAnswer before, CheckInAnswer answer, bool later)
    {
        var (id, name, unit) = (subject.Person.Id, subject.Person.Name, subject.Unit.ShortName);
        var (wasUnwell, isUnwell) = (IsUnwell(subject, before), IsUnwell(subject, answer));
        var (wasUrgent, isUrgent) = (IsUrgent(subject, before), IsUrgent(subject, answer));
        var fell = subject.Rules.HasFallen(answer) != subject.Rules.HasFallen(before) && subject.Rules.HasFeverReading(before);
        if ((wasUnwell && !isUnwell) || (wasUrgent && !isUrgent) || (HasLost(before, answer) && !HasLost(answer, before)))
            Notify(turn, subject, new Notice.AlertCorrected(id, name, unit, answer), urgent: wasUrgent);
        else if (isUrgent && wasUrgent && !later && fell)
            Notify(turn, subject, new Notice.FeverCourse(id, name, unit, answer), urgent: true);
        else if (isUnwell && !later && (!wasUnwell || (isUrgent && !wasUrgent) || answer.Symptoms != before.Symptoms || answer.Diseases != before.Diseases))
            AlertDetails(turn, subject, answer);
        if (NeedsFollowUp(subject, answer)
            && (!NeedsFollowUp(subject, before) || answer.Place != before.Place || answer.Isolation != before.Isolation || answer.Contact != before.Contact))
        {
            Notify(turn, subject, new Notice.KeyArea(id, name, unit, answer, subject.Rules.KeyAreaOf(answer.Place, subject.Window.Day)), urgent: true);
        }
    }

    /// <summary>Whether something is on record no more that an alert has told.</summary>
    private static bool HasLost(CheckInAnswer before, CheckInAnswer answer) =>
        (before.Symptoms & ~answer.Symptoms) != 0 || (before.Diseases & ~answer.Diseases) != 0 || (before.Contact && !answer.Contact)
            || (before.Isolation != Isolation.None && answer.Isolation == Isolation.None);

    // A pupil's class teacher is told, or a staff member's school officer; of a fever, a disease or a key area the duty officer as well.
    // The school officer learns about pupils from the rules and the digest.
    private static void Notify(Turn turn, Subject subject, Notice notice, bool urgent)
    {
        turn.Add(new Effect.NotifyStaff(subject.Unit.Id, subject.Person.Role == Role.Student ? Role.ClassTeacher : Role.SchoolOfficer, notice));
        if (urgent) turn.Add(new Effect.NotifyStaff(subject.Unit.Id, Role.DutyOfficer, notice));
    }
}
