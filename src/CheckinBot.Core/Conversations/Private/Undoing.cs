using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Core.Conversations.Private;

/// <summary><c>/undo</c>: takes back the last thing that this user recorded, by a new revision that restores what was before.</summary>
internal static class Undoing
{
    /// <summary>Takes the answer back for everybody whom the same message was about.</summary>
    public static void Handle(Turn turn, ConversationEvent.CommandReceived command) => Handle(turn);

    /// <summary>The same by button.</summary>
    public static void Handle(Turn turn)
    {
        var people = turn.Reportable.ToList();
        var slots = people
            .SelectMany(subject => subject.History.GroupBy(one => (one.Day, one.Slot))
                .Select(revisions => (Subject: subject, Standing: Revisions.Standing(revisions))))
            .ToList();
        // A further undo goes on with the day of the one before, and does not slip into an earlier one.
        var mine = people.SelectMany(subject => subject.History.Where(one => one.ReporterUserId == turn.UserId)).MaxBy(one => (one.ReportedAt, one.Revision));
        if (mine is { Source: CheckInSource.Undo }) slots.RemoveAll(one => one.Standing.Exists(revision => revision.Day != mine.Day));
        var last = slots.SelectMany(one => one.Standing).Where(one => one.ReporterUserId == turn.UserId)
            .OrderBy(one => one.ReportedAt).ThenBy(one => one.Revision).LastOrDefault();
        turn.Close();
        if (last is null)
        {
            turn.Say(turn.Phrases.NothingToTakeBack);
            return;
        }

        List<string> withdrawn = [], restored = [], others = [];
        var open = new List<Subject>();
        foreach (var (subject, standing) in slots.Where(one => one.Standing.Exists(revision => Revisions.AreOfOneMessage(revision, last))))
        {
            if (!Revisions.AreOfOneMessage(standing[^1], last))
            {
                others.Add(turn.Phrases.ChangedByOther(turn.NameOf(subject)));
                continue;
            }

            var before = standing.FindLast(one => !Revisions.AreOfOneMessage(one, last))?.Answer ?? CheckInAnswer.Empty;
            var taken = turn.Phrases.Line(turn.NameOf(subject), AnswerLines.Facts(turn.Phrases, standing[^1].Answer));
            turn.Remember(subject, last.Day, standing[^1].Answer);
            Recording.Record(turn, subject, last.Day, last.Slot, before, CheckInSource.Undo, null);
            if (before.Status == CheckInStatus.Missing) withdrawn.Add(taken);
            else restored.Add(turn.Phrases.Line(turn.NameOf(subject), AnswerLines.Facts(turn.Phrases, before)));
            // A number that a teacher types next is more likely their own than the pupil's.
            if (before.Status is CheckInStatus.Missing or CheckInStatus.Partial && last.Day == subject.Window.Day
                && last.Slot == subject.Window.Slot && IsOwn(subject)) open.Add(subject);
        }

        Say(turn, last, withdrawn, restored, others, open);
    }

    private static bool IsOwn(Subject subject) => subject.Relation is Relation.Guardian or Relation.Self;

    private static void Say(Turn turn, CheckIn last, List<string> withdrawn, List<string> restored, List<string> others, List<Subject> open)
    {
        List<string> text = [];
        if (withdrawn.Count > 0) text.Add(turn.Phrases.TakenBack(string.Join('\n', withdrawn.Distinct())));
        if (restored.Count > 0) text.Add(turn.Phrases.Restored(string.Join('\n', restored.Distinct())));
        text.AddRange(others);
        if (open.Count > 0)
        {
            long[] ids = [.. open.Select(subject => subject.Person.Id)];
            turn.Open(new ConversationState.AwaitingTemperature(new CheckInTopic(last.Day, last.Slot, ids, turn.MessageId), ids), open[0].Window.ClosesAt);
        }

        turn.Say(string.Join('\n', text));
    }
}
