using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Texts;

namespace CheckinBot.Tests.Conversations;

/// <summary>
/// A chat as a file. Lines that begin with <c>@</c> set the scene, <c>--</c> lets something happen, <c>NAME: …</c> is typed by
/// somebody (<c>[label]</c> presses a button, <c>&lt;photo&gt; CAPTION</c> sends one, <c>(album A) &lt;photo&gt;</c> one of several,
/// <c>(edit OLD) NEW</c> edits, <c>(sent DATE TIME)</c> comes late); what the bot
/// does stands below, indented. Playing a file writes it anew; the test compares.
/// </summary>
internal sealed partial class Transcript
{
    private readonly School _school = new();
    private readonly Dictionary<string, long> _users = [];
    private readonly Dictionary<long, int> _lastMessage = [];
    private readonly Dictionary<(long User, string Label), (int MessageId, string Data)> _buttons = [];
    private readonly Dictionary<(long User, string Text), (int MessageId, DateTimeOffset SentAt)> _typed = [];
    private readonly StringBuilder _played = new();
    private Language _language = Language.ZhHans;
    private int _nextMessage = 1;

    /// <summary>Plays the lines that people type and returns the whole chat as it then is.</summary>
    public static string Play(string script)
    {
        var transcript = new Transcript();
        foreach (var line in script.Split('\n').Select(line => line.TrimEnd('\r')))
        {
            if (!line.StartsWith(' ')) transcript.PlayLine(line);
        }

        return transcript._played.ToString().TrimEnd() + "\n";
    }

    private void PlayLine(string line)
    {
        _played.Append(line).Append('\n');
        if (line.StartsWith('@')) Set(line[1..].Split(' ', 2, StringSplitOptions.TrimEntries));
        else if (line.StartsWith("--", StringComparison.Ordinal)) Happen(line[2..].Trim());
        else if (line.Split(": ", 2) is [var name, var said] && _users.TryGetValue(name, out var user)) Do(Said(name, user, said, Chat(user)));
        else if (line.Split(" in group: ", 2) is [var member, var word] && _users.TryGetValue(member, out var id)) Do(Said(member, id, word, Group));
        else if (line.Trim().Length > 0) throw new FormatException($"Nobody says this: {line}");
    }

    private void Set(string[] words)
    {
        switch (words)
        {
            case ["language", var tag]:
                _language = LanguageTag.Parse(tag)!.Value;
                break;
            case ["time", var time]:
                _school.Now = DateTimeOffset.ParseExact(time + " +08:00", "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
                break;
            case ["child", var name]:
                var child = _school.AddPerson(name);
                _school.Invitations.Add(new Invitation($"code{child.Id}", child, School.Class));
                break;
            case ["teacher", var name]:
                _school.Link(User(name), name, _school.AddPerson(name, Role.ClassTeacher));
                break;
            case ["staff", var name]:
                var staff = _school.AddPerson(name, Role.Teacher);
                _school.Invitations.Add(new Invitation($"code{staff.Id}", staff, School.Class));
                break;
            case ["parent", var who]:
                var parts = who.Split('=', StringSplitOptions.TrimEntries);
                foreach (var own in parts.Length == 1 ? [] : parts[1].Split(',', StringSplitOptions.TrimEntries))
                    _school.Link(User(parts[0]), parts[0], _school.People.Single(person => person.Name == own));
                User(parts[0]);
                break;
            case ["room", var room]:
                _school.Room = School.UnitOf(room);
                break;
            case ["post", var post]:
                // NAME = ROLE at UNIT
                var (holder, role, at) = post.Split(" = ") is [var who2, var what] && what.Split(" at ") is [var as2, var where]
                    ? (who2, RoleName.Parse(as2)!.Value, where)
                    : throw new FormatException(post);
                var staffMember = _school.People.Find(person => person.Name == holder) ?? _school.AddPerson(holder, Role.Teacher);
                _school.Posts.Add(new Post(staffMember.Id, School.UnitOf(at), role));
                if (!_users.ContainsKey(holder)) _school.Link(User(holder), holder, staffMember);
                break;
            case ["look", var look]:
                // WHO > WHOM
                var ends = look.Split(" > ");
                var byOperator = ends[0] == "operator";
                _school.Looks.Add(
                    new LookSeen(_school.Now, byOperator ? null : ends[0], byOperator, ends[1], School.Class.Path, LookReason.Cases, LookVia.Chat));
                break;
            case ["slots", var slots]:
                _school.Slots = [.. slots.Split(',').Select(SlotSchedule.Usual)];
                break;
            case ["boarder", var name]:
                var index = _school.People.FindIndex(person => person.Name == name);
                _school.People[index] = _school.People[index] with { IsBoarder = true };
                break;
            case ["crisisline", var line]:
                _school.CrisisLines.Add(line);
                break;
            case ["keyarea", var area]:
                _school.Rules = _school.Rules with { KeyAreas = [area] };
                break;
            case ["group"]:
                _school.Group = new GroupBinding(Group.Id, School.Class);
                break;
            case ["rights", var rights]:
                _school.Rights = new(rights != "none", rights == "delete");
                break;
            case ["ephemeral"]:
                _school.CanSendEphemeral = true;
                break;
            case ["phase", var phase]:
                _school.Phase = Enum.Parse<WindowPhase>(phase);
                break;
            default:
                throw new FormatException($"Unknown setting: {string.Join(' ', words)}");
        }
    }

    private void Happen(string what)
    {
        if (TimeOnly.TryParseExact(what, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            _school.Now = new DateTimeOffset(_school.Today.ToDateTime(time), TimeSpan.FromHours(8));
            return;
        }

        if (what == "next day")
        {
            _school.Now = _school.Now.AddDays(1);
            return;
        }

        if (HappenInGroup(what)) return;
        var kind = what switch
        {
            "the reminder" => ReminderKind.First,
            "the second reminder" => ReminderKind.Again,
            "the teacher nudges" => ReminderKind.ByTeacher,
            _ => throw new FormatException($"Unknown happening: {what}"),
        };
        foreach (var (name, user) in _users) Do(new ConversationEvent.Reminded(kind) { Chat = Chat(user), From = From(name, user) });
    }

    private ConversationEvent Said(string name, long user, string said, ChatRef chat)
    {
        var from = From(name, user);
        if (said.StartsWith("(edit ", StringComparison.Ordinal) && said.IndexOf(") ", StringComparison.Ordinal) is var end and > 0)
        {
            var (message, sentAt) = _typed[(user, said[6..end])];
            return new ConversationEvent.TextEdited(message, said[(end + 2)..].Replace("\\n", "\n", StringComparison.Ordinal))
            {
                Chat = chat,
                From = from,
                SentAt = _school.Now,
                FirstSentAt = sentAt,
            };
        }

        if (said.StartsWith('[') && said.EndsWith(']'))
        {
            var seen = _buttons.TryGetValue((user, said[1..^1]), out var button) && chat.Kind == ChatKind.Private;
            if (!seen && !_buttons.TryGetValue((chat.Id, said[1..^1]), out button)) throw new FormatException($"{name} sees no button {said}");
            return new ConversationEvent.ButtonPressed("callback", button.MessageId, button.Data)
            {
                Chat = chat,
                From = from,
                EphemeralMessageId = _ephemeral.Contains(button.MessageId) ? button.MessageId : null,
            };
        }

        var id = _nextMessage++;
        if (Media(id, said, chat, from) is { } media) return media;
        if (said.StartsWith('/'))
        {
            var words = said[1..].Split(' ', 2);
            return new ConversationEvent.CommandReceived(id, words[0], words.Length > 1 ? words[1] : "") { Chat = chat, From = from };
        }

        var sent = Sent(ref said);
        _typed[(user, said)] = (id, sent);
        var forwarded = said.StartsWith("(forwarded) ", StringComparison.Ordinal);
        var replies = said.StartsWith("(reply) ", StringComparison.Ordinal);
        return new ConversationEvent.TextReceived(
            id, replies ? said["(reply) ".Length..] : forwarded ? said["(forwarded) ".Length..] : said.Replace("\\n", "\n", StringComparison.Ordinal))
        {
            Chat = chat,
            From = from,
            IsForwarded = forwarded,
            SentAt = sent,
            ReplyTo = replies ? new RepliedTo(_lastMessage.GetValueOrDefault(chat.Id), true) : null,
        };
    }

    private void Do(ConversationEvent @event)
    {
        var user = @event.From.UserId;
        foreach (var effect in _school.Handle(@event))
        {
            switch (effect)
            {
                case Effect.Send { Message: { ChatId: var to } message } when to == Group.Id:
                    ShowInGroup(message);
                    break;
                case Effect.Send send:
                    var id = _nextMessage++;
                    Show(send.Message.ChatId == user && @event is not (ConversationEvent.Reminded or ConversationEvent.TakenUp)
                        ? "bot"
                        : $"bot to {NameOf(send.Message.ChatId)}", send.Message.Text);
                    ShowButtons(send.Message.ChatId, id, send.Message.Keyboard);
                    break;
                case Effect.Edit edit:
                    Show(edit.OnlyFor is null ? "bot, in place" : $"bot in group, in place, only for {NameOf(edit.OnlyFor.UserId)}", edit.Text);
                    ShowButtons(edit.OnlyFor is null ? user : Group.Id, edit.OnlyFor?.EphemeralMessageId ?? edit.MessageId, edit.Keyboard);
                    break;
                case Effect.AnswerButton { Text: { } text }:
                    Show("shown over the chat", text);
                    break;
                case Effect.NotifyStaff notify:
                    foreach (var post in _school.Posts.Where(post => post.Role == notify.Role))
                        foreach (var link in _school.Links.Where(link => link.Person == post.PersonId && (link.User != user || notify.IncludeCauser)))
                            Notice(link.User, notify.Notice);
                    break;
                case Effect.LogLook look:
                    Show("into the log of looks",
                        $"{look.Reason} of {string.Join(", ", look.PersonIds.Select(id => _school.People.Single(person => person.Id == id).Name))}");
                    break;
                case Effect.NotifyUser notify:
                    Notice(notify.UserId, notify.Notice);
                    break;
                default:
                    DoInGroup(effect);
                    break;
            }
        }
    }

    private void Notice(long to, Notice notice)
    {
        var message = NoticeText.Render(notice, to, new Phrases(_language));
        Show($"bot to {NameOf(to)}", message.Text);
        ShowButtons(to, _nextMessage++, message.Keyboard);
    }

    private void Show(string who, string text)
    {
        var indent = "\n" + new string(' ', 6);
        _played.Append("    ").Append(who).Append(": ").Append(text.Replace("\n", indent, StringComparison.Ordinal)).Append('\n');
    }

    private void ShowButtons(long user, int messageId, Keyboard keyboard)
    {
        _lastMessage[user] = messageId;
        foreach (var row in keyboard.Rows)
        {
            _played.Append("      ").AppendJoin(' ', row.Select(button => $"[{button.Label}]")).Append('\n');
            foreach (var button in row.Where(button => button.Data is not null))
            {
                Assert.True(Encoding.UTF8.GetByteCount(button.Data!) <= ButtonData.MaxBytes, button.Data);
                _buttons[(user, button.Label)] = (messageId, button.Data!);
            }
        }
    }

    private long User(string name)
    {
        if (!_users.TryGetValue(name, out var user)) _users[name] = user = 5_000_000_000 + _users.Count;
        return user;
    }

    private string NameOf(long user) => _users.First(one => one.Value == user).Key;

    private Sender From(string name, long user) => new(user, name, _language.ToTag());

    private static ChatRef Chat(long user) => new(user, ChatKind.Private);
}
