using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>An alert whose button was pressed.</summary>
/// <param name="Firing">What has fired.</param>
/// <param name="Unit">The class, or the school.</param>
/// <param name="Zone">The unit's time zone.</param>
public sealed record PressedAlert(Rules.Firing Firing, Unit Unit, TimeZoneInfo Zone);
