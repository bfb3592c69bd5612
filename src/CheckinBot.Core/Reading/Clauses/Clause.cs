using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Clauses;

/// <summary>A part of a message between two marks or line ends, with what holds for all of it.</summary>
/// <param name="first">Its first token.</param>
internal sealed class Clause(int first)
{
    /// <summary>Its first token.</summary>
    public int First { get; } = first;

    /// <summary>The token behind its last.</summary>
    public int End { get; set; } = first;

    /// <summary>What its words may do, all together.</summary>
    public WordClass Classes { get; set; }

    /// <summary>It tells of what was (昨天, 去过).</summary>
    public bool IsPast => (Classes & (WordClass.Earlier | WordClass.Past)) != 0;

    /// <summary>It tells of a time before the days that count (去年, 12月去过).</summary>
    public bool IsLongAgo { get; set; }

    /// <summary>It tells of a later day, and not of today as well: 今天明天都请假 and 请假到明天 are of today too.</summary>
    public bool IsAhead => (Classes & (WordClass.Future | WordClass.Today)) == WordClass.Future && !ReachesAhead;

    /// <summary>It reaches from now to a later day (到明天).</summary>
    public bool ReachesAhead { get; set; }

    /// <summary>It asks, or tells of what is still to come: nothing in it has happened.</summary>
    public bool IsOpen => (Classes & (WordClass.Future | WordClass.Question)) != 0;

    /// <summary>A claim accounts for each of its words: nothing in it is unknown, or a rumour.</summary>
    public bool IsExplained { get; set; }

    /// <summary>It takes back what was told before: what it names is not told.</summary>
    public bool TakesBack { get; set; }
}
