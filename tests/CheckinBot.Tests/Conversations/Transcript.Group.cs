using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;

namespace CheckinBot.Tests.Conversations;

/// <content>
/// The class group: <c>NAME in group: …</c>, <c>(reply) …</c> answers the bot's last message there,
/// <c>-- the bot joins</c>, <c>-- the bot becomes administrator</c>, <c>-- the card is posted</c>.
/// </content>
internal sealed partial class Transcript
{
    private readonly HashSet<int> _ephemeral = [];
    private readonly HashSet<string> _told = [];

    private static ChatRef Group { get; } = new(-1_001_234, ChatKind.Group, "三年级1班家长群");

    private bool HappenInGroup(string what)
    {
        var (name, user) = (_users.First().Key, _users.First().Value);
        switch (what)
        {
            case "the bot joins":
                Do(new ConversationEvent.BotAdded(_school.Rights.IsAdministrator, _school.Rights.CanDelete) { Chat = Group, From = From(name, user) });
                return true;
            case "the bot becomes administrator":
                Do(new ConversationEvent.BotRightsChanged(true, true) { Chat = Group, From = From(name, user) });
                return true;
            case "an anonymous administrator sends /bind":
                var nobody = new Sender(1_087_968_824, "Group", _language.ToTag());
                Do(new ConversationEvent.CommandGivenAnonymously(_nextMessage++, "bind") { Chat = Group, From = nobody });
                return true;
            case "the bot is removed":
                Do(new ConversationEvent.BotRemoved { Chat = Group, From = From(name, user) });
                return true;
            case "the card is posted":
                var card = new GroupCard(School.Class.Id, School.Class.ShortName, _school.Today, "morning", Answered, 0, _school.People.Count);
                Show("bot in group", card.Text(_language));
                ShowButtons(Group.Id, _nextMessage++, card.Keyboard(_language, "checkin_bot", _school.CanSendEphemeral));
                return true;
            default:
                return false;
        }
    }

    private int Answered => _school.People.Count(person =>
        _school.Current(person.Id, _school.Today)?.Answer.Status is Core.CheckIns.CheckInStatus.Reported or Core.CheckIns.CheckInStatus.Exempt);

    private void DoInGroup(Effect effect)
    {
        switch (effect)
        {
            case Effect.React react:
                _played.Append("    bot reacts: ").Append(react.Emoji).Append('\n');
                break;
            case Effect.Delete:
                _played.Append("    bot removes the message\n");
                break;
            case Effect.RefreshCard when _school.Group is not null:
                _played.Append("    card: ").Append(Answered).Append('/').Append(_school.People.Count).Append('\n');
                break;
            case Effect.TakeUp(var from, var matter):
                Do(new ConversationEvent.TakenUp(matter) { Chat = Chat(from.UserId), From = from });
                break;
            case Effect.NotifyFamily family:
                var first = _school.Links.Where(link => link.Person == family.PersonId).Select(link => (long?)link.User).FirstOrDefault();
                if (first is { } guardian && _told.Add(family.Once)) Notice(guardian, family.Notice);
                break;
            case Effect.Nudge(var userIds):
                foreach (var (name, user) in _users.Where(one => userIds.Contains(one.Value)))
                    Do(new ConversationEvent.Reminded(ReminderKind.ByTeacher) { Chat = Chat(user), From = From(name, user) });
                break;
        }
    }

    private void ShowInGroup(OutgoingMessage message)
    {
        var id = _nextMessage++;
        if (message.OnlyFor is not null) _ephemeral.Add(id);
        Show(message.OnlyFor is null ? "bot in group" : $"bot in group, only for {NameOf(message.OnlyFor.UserId)}", message.Text);
        ShowButtons(Group.Id, id, message.Keyboard);
    }
}
