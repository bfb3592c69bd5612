using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>A part of a message between two marks or line ends.</summary>
/// <param name="first">Its first token.</param>
internal sealed class Clause(int first)
{
    /// <summary>Its first token.</summary>
    public int First { get; } = first;

    /// <summary>The token behind its last.</summary>
    public int End { get; set; } = first;

    /// <summary>What its words may do, all together.</summary>
    public WordClass Classes { get; set; }

    /// <summary>A claim accounts for each of its words: nothing in it is unknown, or a rumour.</summary>
    public bool IsExplained { get; set; }

    /// <summary>It takes back what was told before: what it names is not told.</summary>
    public bool TakesBack { get; set; }
}
