using CheckinBot.Core.Buttons;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Staff;

/// <summary>
/// <c>/requests</c>: a counsellor sees who asked for help and whom they look after themselves, and nobody's reading. Only in private.
/// </summary>
internal static class HelpDesk
{
    /// <summary>Takes on somebody who asked for help; id of the request. Epoch 0.</summary>
    public const string TakeVerb = "ht";

    /// <summary>They have talked; id of the request. Epoch 0.</summary>
    public const string CloseVerb = "hc";

    private const int Most = 20;

    /// <summary>Lists them; says what is given where the list is not for the user.</summary>
    public static void List(Turn turn, string otherwise)
    {
        if (turn.Context.Posts.Any(post => Permissions.Allows(post.Role, Permission.LookAfter, Relation.AtUnit))) Show(turn, turn.Context.HelpAsked);
        else turn.Say(otherwise);
    }

    /// <summary>The user looks after them from now on, unless somebody else does.</summary>
    public static void Take(Turn turn, ButtonData data)
    {
        if (Pressed(turn, data) is not { } request) return;
        if (request.TakenBy is not null)
        {
            turn.Toast(turn.Phrases.HelpIsTaken);
            return;
        }

        turn.Add(new Effect.TakeHelp(request.Id, AlertDesk.NameOf(turn)));
        Show(turn, turn.Context.HelpAsked.Select(one => one.Id == request.Id ? one with { TakenBy = turn.UserId } : one));
    }

    /// <summary>It is done.</summary>
    public static void Close(Turn turn, ButtonData data)
    {
        if (Pressed(turn, data) is not { } request) return;
        if (request.TakenBy != turn.UserId)
        {
            turn.OutOfDate();
            return;
        }

        turn.Add(new Effect.CloseHelp(request.Id));
        Show(turn, turn.Context.HelpAsked.Where(one => one.Id != request.Id));
    }

    private static HelpRequest? Pressed(Turn turn, ButtonData data)
    {
        var request = turn.Context.HelpAsked.FirstOrDefault(one => one.Id == data.NumberAt(0));
        if (request is null) turn.OutOfDate();
        else if (Authority.May(turn.Context, Permission.LookAfter, request.Unit)) return request;
        else turn.Toast(turn.Phrases.NotAllowed, alert: true);
        return null;
    }

    // Whom a colleague looks after is that colleague's.
    private static void Show(Turn turn, IEnumerable<HelpRequest> all)
    {
        var phrases = turn.Phrases;
        var shown = all.Where(one => one.TakenBy is null || one.TakenBy == turn.UserId).OrderBy(one => one.AskedAt).Take(Most).ToList();
        if (shown.Count == 0)
        {
            turn.Say(phrases.NoHelpAsked);
            return;
        }

        var lines = shown.Select(
            one => phrases.HelpLine(one.Kind, one.Writer, one.Children, one.Unit.ShortName, one.AskedAt, isYours: one.TakenBy is not null));
        turn.Say(
            string.Join('\n', lines.Prepend(phrases.HelpHeading(shown.Count))),
            Keyboard.Column([.. shown.Select(one => one.TakenBy is null
                ? new Button(phrases.HelpTakeButton(one.Writer), ButtonData.Standing(TakeVerb, ButtonData.Number(one.Id)))
                : new Button(phrases.HelpCloseButton(one.Writer), ButtonData.Standing(CloseVerb, ButtonData.Number(one.Id))))]));
    }
}
