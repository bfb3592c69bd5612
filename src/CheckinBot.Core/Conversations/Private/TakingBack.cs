using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Reading;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>Words that tell nothing but that something does not hold (没有咳嗽，刚才说错了; 不咳了; 好了): they count where it is on record.</summary>
internal static class TakingBack
{
    /// <summary>Takes it back; false where nothing that the text denies is on record.</summary>
    public static bool Take(Turn turn, TextReading reading)
    {
        if (reading.Denials is not [var entry] || entry.NotOwn) return false;
        var people = entry.PersonId is { } id ? turn.Subject(id) is { } named ? [named] : []
            : entry.Name is not null ? []
            : turn.Focus is { Count: > 0 } focus ? focus : turn.Context.Own;
        var about = people.Where(subject => Recording.TakesOff(turn, subject, entry, reading.IsCorrection)).ToList();
        // What was told on an earlier day is still followed: it is taken back although nothing of it is on record today.
        if (about.Count == 0 && (entry.Denied.Travel || entry.Denied.Contact) && people.Count == 1) about = [people[0]];
        if (about.Count == 0) return false;
        if (about.Count > 1)
        {
            turn.Say(turn.Phrases.WithNames(turn.NamesOf(about.Take(1))));
            return true;
        }

        var topic = CheckInFlow.TopicFor(turn, about, about[0].Window.Day);
        var answer = Recording.Merged(turn, about[0], topic.Day, entry, CheckInAnswer.Empty, reading.IsCorrection);
        Recording.Record(turn, about[0], topic.Day, topic.Slot, answer, topic.Source, topic.OriginMessageId);
        CheckInFlow.Continue(turn, topic);
        return true;
    }
}
