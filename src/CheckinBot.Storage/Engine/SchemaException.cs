namespace CheckinBot.Storage.Engine;

/// <summary>The database does not fit this program; the message says what to do.</summary>
public sealed class SchemaException(string message) : Exception(message);
