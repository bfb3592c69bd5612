using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Somebody whose message spoke of self-harm or violence: who they are, and who looks after them; never their words.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What the message spoke of.</param>
/// <param name="Writer">Who wrote it, as Telegram shows them.</param>
/// <param name="Children">Whose guardian they are in the unit; none for a member of staff.</param>
/// <param name="Unit">The class, or the writer's unit.</param>
/// <param name="AskedAt">When they last wrote so, in the time of the unit.</param>
public sealed record HelpRequest(long Id, DistressKind Kind, string Writer, IReadOnlyList<string> Children, Unit Unit, DateTimeOffset AskedAt)
{
    /// <summary>The user who looks after them; null while nobody does.</summary>
    public long? TakenBy { get; init; }
}
