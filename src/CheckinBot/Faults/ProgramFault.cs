namespace CheckinBot.Faults;

/// <summary>What ends the program, told in one line: which thing it is about, and what to do. The cause is for the log at Debug level.</summary>
internal sealed class ProgramFault(string message, Exception? cause = null) : Exception(message, cause);
