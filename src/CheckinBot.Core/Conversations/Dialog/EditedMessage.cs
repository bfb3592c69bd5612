using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>
/// What an edit of a message changes: what that message itself told, and nothing else. What it stood over comes back, and
/// whatever was told later, by buttons or by others, stands above it as before.
/// </summary>
internal static class EditedMessage
{
    /// <summary>The event is an edit that changes no word of a message that made check-ins.</summary>
    public static bool IsNone(ConversationContext context, ConversationEvent @event) =>
        @event is ConversationEvent.TextEdited edited
        && context.EditedRevisions.Where(one => IsOf(one, edited) && one.ToldHash is not null).MaxBy(one => one.ReportedAt) is { } last
        && last.ToldHash == ToldHash.Of(edited.Text);

    /// <summary>The answer with the new words of the message in the place of the old ones.</summary>
    public static CheckInAnswer Answer(Turn turn, Subject subject, DateOnly day, ReadingEntry entry, CheckInAnswer told)
    {
        if (Of(turn, subject, day) is not var (before, words, current)) return Recording.Merged(turn, subject, day, entry, told, isCorrection: false);
        var at = turn.SaidAt.ToOffset(subject.Window.UtcOffset);
        return Above(before.Without(entry.Denied with { IsOver = false }).With(told, at: at), told, before, words, current, at);
    }

    /// <summary>The answer without what the message told; null where it told nothing of them that day.</summary>
    public static CheckInAnswer? TakenOut(Turn turn, Subject subject, DateOnly day) =>
        Of(turn, subject, day) is var (before, words, current)
            ? Above(before, CheckInAnswer.Empty, before, words, current, turn.SaidAt.ToOffset(subject.Window.UtcOffset))
            : null;

    /// <summary>The answer that somebody else, or a later message, has told on top of the edited one; null where there is none.</summary>
    public static CheckIn? Later(Turn turn, Subject subject, DateOnly day) =>
        Revisions(turn, subject, day) is [.., var last] && turn.Event is ConversationEvent.TextEdited edited && !IsOf(last, edited)
            && last.Answer.Status != CheckInStatus.Missing ? last : null;

    private static (CheckInAnswer Before, CheckInAnswer Words, CheckInAnswer Current)? Of(Turn turn, Subject subject, DateOnly day)
    {
        var revisions = Revisions(turn, subject, day);
        if (turn.Event is not ConversationEvent.TextEdited edited || revisions.Count == 0) return null;
        var current = turn.AnswerOf(subject, day);
        // What was taken back is told anew.
        if (revisions[^1].Source == CheckInSource.Undo) return (current, current, current);
        var first = revisions.FindIndex(one => IsOf(one, edited));
        if (first < 0) return null;
        var hash = revisions.FindLast(one => IsOf(one, edited))!.ToldHash;
        // The answers to the questions that the message led to carry its mark as well; the first with it is what the words said.
        var words = revisions.Find(one => IsOf(one, edited) && one.ToldHash == hash)!;
        return (first == 0 ? CheckInAnswer.Empty : revisions[first - 1].Answer, words.Answer, current);
    }

    private static List<CheckIn> Revisions(Turn turn, Subject subject, DateOnly day) =>
        [.. turn.Context.EditedRevisions.Where(one => one.PersonId == subject.Person.Id && one.Day == day && one.Slot == subject.Window.Slot)
            .OrderBy(one => one.Revision)];

    private static bool IsOf(CheckIn one, ConversationEvent.TextEdited edited) => one.ChatId == edited.Chat.Id && one.MessageId == edited.MessageId;

    // What was changed after the words stays; what the words had changed is as the new ones say.
    private static CheckInAnswer Above(
        CheckInAnswer now, CheckInAnswer told, CheckInAnswer before, CheckInAnswer words, CheckInAnswer current, DateTimeOffset at)
    {
        T Later<T>(Func<CheckInAnswer, T> of) => EqualityComparer<T>.Default.Equals(of(current), of(words)) ? of(now) : of(current);
        var readings = Readings(told, before, words, current, at);
        var travel = TravelOf(current) == TravelOf(words) ? now : current;
        var diseases = (now.Diseases & ~(words.Diseases & ~current.Diseases)) | (current.Diseases & ~words.Diseases);
        return now with
        {
            TemperatureTenths = readings.Count > 0 ? readings[^1].Tenths : null,
            Site = readings.Count > 0 ? readings[^1].Site : MeasuringSite.Unspecified,
            Taken = readings.Count > 1 ? readings : [],
            Symptoms = (now.Symptoms & ~(words.Symptoms & ~current.Symptoms)) | (current.Symptoms & ~words.Symptoms),
            Diseases = diseases,
            OnlySuspected = Later(one => one.OnlySuspected) && diseases != Diseases.None,
            SeenDoctor = Later(one => one.SeenDoctor),
            Travel = travel.Travel,
            Place = travel.Place,
            ReturnedOn = travel.ReturnedOn,
            StillAway = travel.StillAway,
            Isolation = Later(one => one.Isolation),
            Absence = Later(one => one.Absence),
            Contact = Later(one => one.Contact),
            NoThermometer = readings.Count == 0 && Later(one => one.NoThermometer),
            NormalSaid = readings.Count == 0 && Later(one => one.NormalSaid),
            FeverReducer = Later(one => one.FeverReducer),
            TravelWaiver = Later(one => one.TravelWaiver),
        };
    }

    private static (Travel, string?, DateOnly?, bool) TravelOf(CheckInAnswer answer) =>
        (answer.Travel, answer.Place, answer.ReturnedOn, answer.StillAway);

    // The new readings take the place of those that the words had added; where a correction has replaced those, it stands.
    private static List<TakenTemperature> Readings(
        CheckInAnswer told, CheckInAnswer before, CheckInAnswer words, CheckInAnswer current, DateTimeOffset at)
    {
        List<TakenTemperature> now = [.. told.Readings.Select(reading => reading with { At = reading.At ?? at })], all = [.. current.Readings];
        List<TakenTemperature> own = [.. words.Readings.Skip(before.Readings.Count)];
        var place = Math.Min(before.Readings.Count, all.Count);
        foreach (var reading in own)
        {
            var found = all.FindIndex(one => one.Tenths == reading.Tenths && one.Site == reading.Site);
            if (found < 0) return all;
            place = found;
            all.RemoveAt(found);
        }

        all.InsertRange(Math.Min(place, all.Count), now);
        return all;
    }
}
