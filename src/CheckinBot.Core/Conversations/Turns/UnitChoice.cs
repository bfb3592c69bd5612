using CheckinBot.Core.Buttons;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Asks somebody with posts at several units which one a command is about; the command goes on when they press one.</summary>
internal static class UnitChoice
{
    /// <summary>Chooses the unit that a command is about; unit id.</summary>
    public const string Verb = "ut";

    private const int MostUnits = 40;

    /// <summary>The units at which the user may do something; only the chosen one, where one was chosen.</summary>
    public static IReadOnlyList<Unit> Of(Turn turn, Permission permission) =>
    [
        .. turn.Context.Posts
            .Where(post => Permissions.Allows(post.Role, permission, Relation.AtUnit))
            .Select(post => post.Unit).DistinctBy(unit => unit.Id)
            .Where(unit => turn.ChosenUnit is not { } chosen || chosen == unit.Id),
    ];

    /// <summary>Asks which unit is meant; the question is about the user's posts where none is given.</summary>
    public static void Ask(Turn turn, IReadOnlyList<Unit> units, string command, string arguments, string? question = null)
    {
        var epoch = turn.Open(new ConversationState.AwaitingUnit(command, arguments));
        // Two classes of one name are told apart by the units above them.
        var same = units.GroupBy(unit => unit.ShortName).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet();
        turn.Say(question ?? turn.Phrases.WhichUnit, Keyboard.Column([.. units.Take(MostUnits).Select(unit =>
            new Button(same.Contains(unit.ShortName) ? unit.Path : unit.ShortName, ButtonData.Of(epoch, Verb, ButtonData.Number(unit.Id))))]));
    }

    /// <summary>The command that a press goes on with, and for which unit; null where the event is no such press.</summary>
    public static (ConversationEvent.CommandReceived Command, long UnitId)? Resumed(Conversation conversation, ConversationEvent @event) =>
        conversation.State is ConversationState.AwaitingUnit(var command, var arguments)
        && @event is ConversationEvent.ButtonPressed pressed
        && ButtonData.Parse(pressed.Data) is { Verb: Verb } data && data.Epoch == conversation.Epoch && data.NumberAt(0) is { } unitId
            ? (new ConversationEvent.CommandReceived(pressed.MessageId, command, arguments) { Chat = pressed.Chat, From = pressed.From }, unitId)
            : null;
}
