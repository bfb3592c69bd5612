namespace CheckinBot.Simulator.Faults;

/// <summary>An id names nobody, or no chat.</summary>
internal sealed class UnknownException(string message) : ArgumentException(message);
