using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>A unit that may be let off today.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Window">Its day and slot.</param>
/// <param name="Waiver">What was said already at exactly this unit; null where nothing was.</param>
public sealed record Waivable(Unit Unit, CheckInWindow Window, Waiver? Waiver);
