namespace CheckinBot.Simulator.Visits;

/// <summary>What the page offers a visitor besides the chats.</summary>
/// <param name="Clock">The clock panel; null hides it.</param>
/// <param name="Guide">Suggestions, asked anew on each visit; null hides them.</param>
/// <param name="VisitorActs">Told of each thing that a visitor does in a person's place, before it is done, with the person's user id.</param>
internal sealed record PageOffers(IClockControls? Clock, Func<DemoGuide>? Guide, Action<long>? VisitorActs);
