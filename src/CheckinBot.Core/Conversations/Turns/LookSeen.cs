using System.Globalization;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>A look at somebody's health, as an administrator or the family sees it.</summary>
/// <param name="At">When, local to the unit.</param>
/// <param name="Who">The name of whoever looked; null for a user whose name is not known any more.</param>
/// <param name="ByOperator">Looked at the program's command line.</param>
/// <param name="Whom">The name of the person.</param>
/// <param name="UnitPath">The person's unit at that time.</param>
/// <param name="Reason">Why.</param>
/// <param name="Via">By which way.</param>
public sealed record LookSeen(DateTimeOffset At, string? Who, bool ByOperator, string Whom, string UnitPath, LookReason Reason, LookVia Via)
{
    /// <summary>Who looked, in words.</summary>
    public string By(Phrases phrases) => ByOperator ? phrases.TheOperator : Who ?? phrases.SomebodyUnknown;

    /// <summary>All of it in a line.</summary>
    /// <param name="phrases">The reader's language.</param>
    /// <param name="unit">What the person's unit is called there.</param>
    public string Line(Phrases phrases, string unit) =>
        phrases.LookLine(DateOnly.FromDateTime(At.DateTime), TimeOnly.FromDateTime(At.DateTime), By(phrases), Whom, unit, Reason, Via);
}
