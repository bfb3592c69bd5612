using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>A fever of yesterday that is told beside today's number or alone (昨天38.2): it is a fact of that day, and the class teacher is told.</summary>
internal static class EarlierDays
{
    /// <summary>Keeps it; returns a line for each fever.</summary>
    public static IReadOnlyList<string> Keep(Turn turn, IEnumerable<(Subject Subject, ReadingEntry Entry)> told, CheckInSource source)
    {
        List<string> lines = [];
        foreach (var (subject, entry) in told)
        {
            var fevers = entry.Earlier.Where(one => one.DaysAgo is > 0 and < 99 && subject.Rules.IsFever(one.Reading));
            foreach (var ofDay in fevers.GroupBy(one => one.DaysAgo))
            {
                var day = subject.Window.Day.AddDays(-ofDay.Key);
                var answer = ofDay.Aggregate(CheckInAnswer.Empty, (known, one) =>
                    known.With(new CheckInAnswer { TemperatureTenths = one.Reading.Tenths, Site = one.Reading.Site, Taken = [one.Reading] }));
                if (!Store(turn, subject, day, answer, source)) continue;
                lines.Add(turn.Phrases.KeptForThatDay(turn.NameOf(subject), day, AnswerLines.Course(turn.Phrases, answer)));
            }
        }

        return lines;
    }

    // A day without school has no list that the answer could stand in; the teacher is told all the same.
    private static bool Store(Turn turn, Subject subject, DateOnly day, CheckInAnswer told, CheckInSource source)
    {
        if (day == subject.Window.PreviousDay)
        {
            var known = turn.AnswerOf(subject, day);
            // What is on record for that day already is not told twice.
            if (known.Readings.Any(one => told.Readings.Any(reading => reading.Tenths == one.Tenths))) return false;
            // The day's own answers came later than a fever that is told of it afterwards, or stand beside it.
            return Recording.Record(turn, subject, day, subject.Window.Slot, told.With(known), source, turn.MessageId);
        }

        turn.Add(new Effect.NotifyStaff(
            subject.Unit.Id, subject.Person.Role == Role.Student ? Role.ClassTeacher : Role.SchoolOfficer,
            new Notice.UnwellEarlier(subject.Person.Id, subject.Person.Name, subject.Unit.ShortName, told, day)));
        return true;
    }
}
