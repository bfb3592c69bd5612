using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Core.Conversations.Group;

/// <summary>Sorts the entries of one group message into those that are stored and those that need a question.</summary>
internal sealed class GroupIntake(Turn turn, GroupReporter reporter, TextReading reading, CheckInSource source, int messageId)
{
    private readonly List<Subject> _ill = [];
    private readonly HashSet<long> _named = [];
    private readonly List<ReadingEntry> _open = [];
    private readonly List<NamedCase> _heard = [];

    /// <summary>The ids of the people whom the message certainly means.</summary>
    public IReadOnlySet<long> Named => _named;

    /// <summary>What the message newly says of the children of others, to be confirmed.</summary>
    public IReadOnlyList<NamedCase> Heard => _heard;

    /// <summary>Entries that were not stored: no safe value, or no safe name.</summary>
    public IReadOnlyList<ReadingEntry> Open => _open;

    /// <summary>Stores what is clear; true where the message said something that is kept.</summary>
    public bool Store()
    {
        var stored = false;
        foreach (var entry in reading.ForAllOwn ? ForEachChild() : reading.Entries)
        {
            var told = entry.ToAnswer(reading.Hint == ReadingHint.NoThermometer);
            // What is offered is stored once a button is pressed, and what was told beside it with it.
            if (reading.Suggestions.Count > 0 || SubjectOf(entry) is not { } subject
                || (told.Status == CheckInStatus.Missing && entry.NotDiseases == Diseases.None) || IsDisputed(subject, entry, told))
            {
                if (!entry.NotOwn) _open.Add(entry);
                continue;
            }

            _named.Add(subject.Person.Id);
            stored |= Keep(subject, entry, told);
            if (told.Status == CheckInStatus.Partial && reporter.Children.Contains(subject)) _open.Add(entry);
        }

        return stored;
    }

    /// <summary>Goes on in private about the writer's own children who are unwell or need to be followed up.</summary>
    public void FollowUpInPrivate()
    {
        if (_ill.Count > 0) TakeUp(GroupMatterKind.FollowUp, _ill.Select(subject => subject.Person.Id), CheckInAnswer.Empty);
    }

    /// <summary>Asks the writer in private what this message leaves open; an illness comes first.</summary>
    public void AskInPrivate()
    {
        if (_ill.Count > 0) return;
        if (_open.FirstOrDefault() is { } entry)
        {
            var told = entry.ToAnswer();
            var candidates = Candidates(entry);
            if (candidates.Count == 0) return;
            if (told.TemperatureTenths is null && candidates.Count == 1
                && (reading.Suggestions.Count > 0 ? reading.Suggestions[0] : entry.LikelyTenths) is { } likely)
                Offer(candidates, told with { TemperatureTenths = likely });
            else if (told.Status != CheckInStatus.Missing && SubjectOf(entry) is null)
                TakeUp(GroupMatterKind.Whose, candidates, told);
            else if (reading.Hint is not (ReadingHint.Later or ReadingHint.AlreadyDone or ReadingHint.NeedsHelp))
                TakeUp(GroupMatterKind.Unclear, candidates, told);
        }
        else if (reading is { Kind: ReadingKind.AskAgain, Entries.Count: 0, Hint: not (ReadingHint.Later or ReadingHint.AlreadyDone) })
        {
            var children = Undone(reporter.Children);
            if (children.Count > 0) TakeUp(GroupMatterKind.Unclear, children, CheckInAnswer.Empty);
        }
    }

    /// <summary>The one person whom an entry means; null where that is not sure.</summary>
    public Subject? SubjectOf(ReadingEntry entry)
    {
        if (entry.PersonId is { } id) return reporter.Allowed.FirstOrDefault(subject => subject.Person.Id == id);
        return entry is { Name: null, NotOwn: false, Candidates.Count: 0 } && reporter.Children.Count == 1 ? reporter.Children[0] : null;
    }

    private bool Keep(Subject subject, ReadingEntry entry, CheckInAnswer told)
    {
        var day = entry.DaysAgo == 0 ? subject.Window.Day : subject.Window.PreviousDay;
        if (source == CheckInSource.Chain && ChainMemory.SaidBefore(subject, told)) return true;
        if (IsHearsay(subject)) return Hear(subject, told);
        Recording.CloseDiagnoses(turn, subject, entry.NotDiseases, source, messageId);
        var answer = source == CheckInSource.Edit
            ? EditedMessage.Answer(turn, subject, day, entry, told)
            : Recording.Merged(turn, subject, day, entry, told, reading.IsCorrection);
        Recording.Record(turn, subject, day, subject.Window.Slot, answer, source, messageId);
        if (reporter.Children.Contains(subject) && (Recording.IsUnwell(subject, answer) || Recording.NeedsFollowUp(subject, answer))) _ill.Add(subject);
        return true;
    }

    private bool IsHearsay(Subject subject) => !reporter.ByPost && !reporter.Children.Contains(subject);

    /// <summary>Keeps what is told of somebody else's child until it is confirmed. What is known already is no news.</summary>
    private bool Hear(Subject subject, CheckInAnswer told)
    {
        if (subject.IsDone || subject.Heard?.Answer == told) return true;
        var (day, slot, by) = (subject.Window.Day, subject.Window.Slot, turn.Event.From.DisplayName);
        turn.Add(new Effect.Hear(subject.Person.Id, day, slot, new Hearsay(told, by)));
        _heard.Add(new NamedCase(subject.Person.Id, subject.Person.Name, told));
        return true;
    }

    /// <summary>
    /// A chain passed on by somebody else never overrules what the family or the teacher said, and says nothing of earlier
    /// days: the teacher decides.
    /// </summary>
    private bool IsDisputed(Subject subject, ReadingEntry entry, CheckInAnswer told) =>
        IsHearsay(subject) && !ChainMemory.SaidBefore(subject, told)
            ? entry.DaysAgo != 0 || (subject.IsDone && turn.AnswerOf(subject, subject.Window.Day) is var known && known.With(told) != known)
            : source == CheckInSource.Chain
                && !reporter.Children.Contains(subject)
                && subject.Current is { Source: not CheckInSource.Chain, Answer.TemperatureTenths: { } before }
                && told.TemperatureTenths is { } tenths && tenths != before
                && !ChainMemory.SaidBefore(subject, told);

    private IEnumerable<ReadingEntry> ForEachChild() =>
        from entry in reading.Entries
        from child in reporter.Children
        select entry with { PersonId = child.Person.Id, Candidates = [] };

    /// <summary>Whom an unclear entry may mean: those the reading offers, else the writer's children who have not answered.</summary>
    private List<long> Candidates(ReadingEntry entry)
    {
        var offered = entry.PersonId is { } id ? [id] : entry.Candidates;
        var allowed = reporter.Children.Where(child => offered.Contains(child.Person.Id)).Select(child => child.Person.Id).ToList();
        return allowed.Count > 0 ? allowed : Undone(reporter.Children) is { Count: > 0 } undone
            ? undone
            : [.. reporter.Children.Select(child => child.Person.Id)];
    }

    private static List<long> Undone(IEnumerable<Subject> subjects) =>
        [.. subjects.Where(subject => !subject.IsDone).Select(subject => subject.Person.Id)];

    private void Offer(IEnumerable<long> personIds, CheckInAnswer told) => TakeUp(
        new GroupMatter(GroupMatterKind.Likely, [.. personIds], told, source)
        {
            Others = [.. reading.Suggestions.Skip(1)],
            IsSlip = reading.Hint == ReadingHint.Implausible || reading.Suggestions.Count == 0,
        });

    private void TakeUp(GroupMatterKind kind, IEnumerable<long> personIds, CheckInAnswer told) =>
        TakeUp(new GroupMatter(kind, [.. personIds], told, source));

    private void TakeUp(GroupMatter matter) => turn.Add(new Effect.TakeUp(turn.Event.From, matter));
}
