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
        var mine = people.SelectMany(subject => subject.History.Where(revision => revision.ReporterUserId == turn.UserId)).ToList();
        var last = mine.OrderBy(revision => revision.ReportedAt).ThenBy(revision => revision.Revision).LastOrDefault();
        turn.Close();
        if (last is null || last.Source == CheckInSource.Undo)
        {
            turn.Say(turn.Phrases.NothingToTakeBack);
            return;
        }

        List<string> withdrawn = [], restored = [], others = [];
        var open = new List<Subject>();
        foreach (var subject in people)
        {
            var revisions = subject.History.Where(revision => revision.Day == last.Day && revision.Slot == last.Slot)
                .OrderBy(revision => revision.Revision).ToList();
            if (!revisions.Any(revision => IsSame(revision, last))) continue;
            if (!IsSame(revisions[^1], last))
            {
                others.Add(turn.Phrases.ChangedByOther(turn.NameOf(subject)));
                continue;
            }

            var before = revisions.AsEnumerable().Reverse().SkipWhile(revision => IsSame(revision, last)).FirstOrDefault()?.Answer ?? CheckInAnswer.Empty;
            var taken = turn.Phrases.Line(turn.NameOf(subject), AnswerLines.Facts(turn.Phrases, revisions[^1].Answer));
            turn.Remember(subject, last.Day, revisions[^1].Answer);
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

    /// <summary>The answers to the questions of one check-in carry the message that began it, and are taken back together.</summary>
    private static bool IsSame(CheckIn revision, CheckIn last) =>
        revision.ReporterUserId == last.ReporterUserId && revision.Source == last.Source
        && revision.ChatId == last.ChatId && revision.MessageId == last.MessageId
        && (last.MessageId is not null || revision.ReportedAt == last.ReportedAt);

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
