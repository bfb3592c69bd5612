using CheckinBot.Core.Conversations.Dialog;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Core.Conversations.Private;

/// <summary>Goes on in private with what a user began in the class group.</summary>
internal static class TakingUp
{
    /// <summary>Asks what is open, if anything is.</summary>
    public static void Handle(Turn turn, GroupMatter matter)
    {
        var people = matter.PersonIds.Select(turn.Subject).OfType<Subject>().ToList();
        if (people.Count == 0) return;
        var window = people[0].Window;
        long[] ids = [.. people.Select(subject => subject.Person.Id)];
        var topic = new CheckInTopic(
            window.Day, window.Slot, matter.Kind == GroupMatterKind.Whose ? [] : ids, people[0].Current?.MessageId ?? 0)
        { Source = matter.Source };
        switch (matter.Kind)
        {
            case GroupMatterKind.Whose:
                Whose.Ask(turn, people, matter.Told, null, topic, []);
                break;
            case GroupMatterKind.Likely when matter.Told.TemperatureTenths is not null:
                Offering.Ask(turn, new(topic, people[0].Person.Id, matter.Told) { Others = matter.Others, IsSlip = matter.IsSlip }, people[0]);
                break;
            case GroupMatterKind.FollowUp:
                CheckInFlow.Continue(turn, topic);
                break;
            default:
                Questions.AskTemperature(turn, topic, people, turn.Phrases.AskNumber(turn.NamesOf(people)));
                break;
        }
    }
}
