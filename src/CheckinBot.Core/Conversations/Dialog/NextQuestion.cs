using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Finds what is still to be asked in a check-in: one question at a time, and none twice.</summary>
internal static class NextQuestion
{
    private static readonly TimeSpan JustMeasured = TimeSpan.FromMinutes(15);

    /// <summary>The next question about the people of a topic, and about whom; null where all is told.</summary>
    public static (QuestionKind Kind, IReadOnlyList<Subject> About)? For(Turn turn, CheckInTopic topic)
    {
        var people = topic.PersonIds.Select(turn.Subject).OfType<Subject>().ToList();
        var open = people
            .Select(subject => (Subject: subject, Kind: For(turn, subject, turn.AnswerOf(subject, topic.Day), topic)))
            .Where(one => one.Kind is not null)
            .ToList();
        if (open.Count == 0) return null;
        var first = open[0].Kind!.Value;
        return first is QuestionKind.Temperature or QuestionKind.Travel
            ? (first, [.. open.Where(one => one.Kind == first).Select(one => one.Subject)])
            : (first, [open[0].Subject]);
    }

    private static QuestionKind? For(Turn turn, Subject subject, CheckInAnswer answer, CheckInTopic topic)
    {
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            var isOpen = kind == QuestionKind.Recovery ? AsksAfter(subject, answer, topic) : IsOpen(turn, kind, subject, answer);
            if (isOpen && !topic.Asked.Contains(new(subject.Person.Id, kind))) return kind;
        }

        return null;
    }

    // Asked below the first answer of a day, not below a correction. Staff who report for a family are not asked: their buttons are
    // under the case.
    private static bool AsksAfter(Subject subject, CheckInAnswer answer, CheckInTopic topic) =>
        subject.Illness is { } file && file.OpenedDay < topic.Day && file.FamilyToldOn != topic.Day && topic.Day == subject.Window.Day
        && !topic.IsChange && topic.Source is not (CheckInSource.Teacher or CheckInSource.Edit)
        && answer.Status != CheckInStatus.Missing && CaseTable.IsFamilyAsked(file.State);

    private static bool IsOpen(Turn turn, QuestionKind kind, Subject subject, CheckInAnswer answer)
    {
        var present = answer.Absence == Absence.None;
        var ill = answer.Absence is Absence.IllAtHome or Absence.Hospital;
        return kind switch
        {
            QuestionKind.Temperature => present && answer.TemperatureTenths is null && !answer.NoThermometer,
            QuestionKind.Absence => answer.Absence == Absence.Unspecified,
            // Asked when the lower reading comes, and not again on the next occasion.
            QuestionKind.FeverReducer => present && !answer.FeverReducer && subject.Rules.HasFallen(answer)
                && answer.Readings[^1].At is { } at && turn.Context.Now - at < JustMeasured,
            QuestionKind.Symptoms => (ill || subject.Rules.IsFever(answer)) && (answer.Symptoms & ~Symptoms.Fever) == Symptoms.None,
            QuestionKind.Doctor => subject.Rules.IsFever(answer) && answer.Absence != Absence.Hospital && answer.SeenDoctor is null,
            QuestionKind.Travel => present && answer.TemperatureTenths is not null && answer.Travel == Travel.Unknown,
            QuestionKind.Place => answer is { Travel: Travel.Yes, Place: null },
            QuestionKind.Return => answer is { Travel: Travel.Yes, Place: not null, ReturnedOn: null, StillAway: false },
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }
}
