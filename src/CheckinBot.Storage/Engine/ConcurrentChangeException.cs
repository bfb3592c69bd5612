namespace CheckinBot.Storage.Engine;

/// <summary>A row was changed between its reading and its writing; the work may be run again.</summary>
public sealed class ConcurrentChangeException(string message) : Exception(message);
