using System.Text.RegularExpressions;
using CheckinBot.Simulator.Chats;

namespace CheckinBot.EndToEnd.Transcripts;

/// <summary>Does what a line of a transcript says, through the simulated Telegram.</summary>
internal sealed partial class Player(SmallSchool school)
{
    private readonly Dictionary<long, SimMessage> lastOwn = [];

    public async Task Play(string line)
    {
        if (line[0] == '#') return;
        if (line[0] == '@')
            await school.MoveTo(TimeOnly.ParseExact(line[1..], "HH:mm"));
        else if (Enters().Match(line) is { Success: true } enters)
        {
            var (unit, name) = (enters.Groups["unit"].Value.Replace('_', ' '), enters.Groups["name"].Value.Replace('_', ' '));
            await school.Enters(unit, name, enters.Groups["number"].Value, enters.Groups["birth"].Value, enters.Groups["dormitory"].Value);
        }
        else if (Moves().Match(line) is { Success: true } moves)
            await school.Moves(moves.Groups["name"].Value, moves.Groups["unit"].Value);
        else
            Act(line);
        await school.Settle();
    }

    private void Act(string line)
    {
        var world = school.World;
        if (Presses().Match(line) is { Success: true } press)
        {
            var user = school.User(press.Groups["who"].Value);
            var chat = press.Groups["group"].Success ? school.Group : world.PrivateChat(user);
            var label = press.Groups["label"].Value;
            var message = Newest(chat, user, m => m.Button(label) is not null)
                ?? throw new InvalidOperationException($"{line}: no message shows [{label}].");
            if (message.Button(label)!.Url is { } url) world.Start(user, url[(url.IndexOf("?start=", StringComparison.Ordinal) + 7)..]);
            else world.Press(user, message, label);
        }
        else if (Opens().Match(line) is { Success: true } open)
        {
            world.Start(school.User(open.Groups["who"].Value), school.CodeOf(open.Groups["name"].Value));
        }
        else if (Edits().Match(line) is { Success: true } edit)
        {
            var user = school.User(edit.Groups["who"].Value);
            var own = lastOwn[user];
            world.Edit(user, own.Chat.IsPrivate ? user : own.Chat.Id, own.Id, Unescape(edit.Groups["text"].Value));
        }
        else if (Says().Match(line) is { Success: true } say)
        {
            var user = school.User(say.Groups["who"].Value);
            var text = Unescape(say.Groups["text"].Value);
            lastOwn[user] = say.Groups["where"].Value switch
            {
                "" => world.SendText(user, user, text),
                " in group" => world.SendText(user, school.Group.Id, text),
                _ => world.SendText(user, school.Group.Id, text, Newest(school.Group, user, m => m.FromBot && m.Buttons.Length > 0)!.Id),
            };
        }
        else
        {
            throw new FormatException($"Not understood: {line}");
        }
    }

    /// <summary>The newest message that the person sees and that is meant.</summary>
    private SimMessage? Newest(SimChat chat, long user, Func<SimMessage, bool> meant)
    {
        lock (school.World.Gate) return chat.Before(user, int.MaxValue, limit: 500).LastOrDefault(meant);
    }

    private static string Unescape(string text) => text.Replace("\\n", "\n", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?<who>\S+) presses (?<group>in group )?\[(?<label>.+)\]$")]
    private static partial Regex Presses();

    [GeneratedRegex(@"^the school enters (?<unit>\S+) (?<name>\S+) (?<number>\S+)(?: born (?<birth>\S+))?(?: boarding in (?<dormitory>\S+))?$")]
    private static partial Regex Enters();

    [GeneratedRegex(@"^the school moves (?<name>\S+) to (?<unit>\S+)$")]
    private static partial Regex Moves();

    [GeneratedRegex(@"^(?<who>\S+) opens the invitation of (?<name>.+)$")]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?<who>\S+) edits: (?<text>.+)$")]
    private static partial Regex Edits();

    [GeneratedRegex(@"^(?<who>\S+?)(?<where>| in group| replies to the card): (?<text>.+)$")]
    private static partial Regex Says();
}
