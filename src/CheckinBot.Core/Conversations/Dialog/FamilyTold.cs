using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Tells the family what the school reported for them, once the report is whole, so that nobody reports twice or wonders.</summary>
internal static class FamilyTold
{
    /// <summary>Tells every guardian of these pupils but the user.</summary>
    public static void Tell(Turn turn, IEnumerable<Subject> subjects, DateOnly day)
    {
        foreach (var subject in subjects.Where(one => one.Person.Role == Role.Student && one.Relation is not (Relation.Guardian or Relation.Self)))
        {
            var answer = turn.AnswerOf(subject, day);
            if (answer.Status == CheckInStatus.Missing) continue;
            var guardians = turn.Context.Classes.SelectMany(room => room.Guardians).Where(guardian => guardian.PersonId == subject.Person.Id);
            foreach (var userId in guardians.Select(guardian => guardian.UserId).Distinct().Where(userId => userId != turn.UserId))
                turn.Add(new Effect.NotifyUser(userId, new Notice.ReportedForYou(subject.Person.Name, answer)));
        }
    }
}
