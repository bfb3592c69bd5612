namespace CheckinBot.Core.Forms;

/// <summary>A fault in a template, told in one line that names file, line, key, and what is allowed.</summary>
public sealed class BadFormException(string file, int line, string problem) : Exception($"{file} line {line}: {problem}")
{
    /// <summary>The line, counted from 1.</summary>
    public int Line => line;
}
