using CheckinBot.Core.Reading.Data;

namespace CheckinBot.Core.Reading.Spans;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>A word of the lists.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A place of the gazetteer.</summary>
    Place,

    /// <summary>A name of the roster, or one that looks like a name.</summary>
    Name,

    /// <summary>Characters that no list knows.</summary>
    Unknown,

    /// <summary>Punctuation.</summary>
    Mark,

    /// <summary>The end of a line.</summary>
    LineEnd,

    /// <summary>@somebody; addresses, and says nothing.</summary>
    Mention,

    /// <summary>A web address.</summary>
    Link,
}

/// <summary>How a number was written.</summary>
internal enum NumberForm
{
    /// <summary>36.5, 36度5, 三十六点五.</summary>
    Decimal,

    /// <summary>36, 三十六.</summary>
    Integer,

    /// <summary>36 5: a space for the point.</summary>
    Spaced,

    /// <summary>365 and 三六五: three digits without a point.</summary>
    Compact,

    /// <summary>A date, a time, a long number, a version: never a temperature.</summary>
    Foreign,

    /// <summary>三十六度七八, 36度多: a range or a vague value.</summary>
    Vague,

    /// <summary>3650, 36.5.2: no way of writing a temperature, nor clearly anything else.</summary>
    Unclear,
}

/// <summary>A piece of the normalised text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends (exclusive).</param>
/// <param name="Info">What the lists know of it.</param>
/// <param name="Form">How a number was written.</param>
/// <param name="Hundredths">A number's value times 100.</param>
internal readonly record struct Token(
    TokenKind Kind, int Start, int End, WordInfo Info = default, NumberForm Form = default, int Hundredths = 0)
{
    /// <summary>How many characters it has.</summary>
    public int Length => End - Start;

    /// <summary>Is it of one of these classes?</summary>
    public bool Is(WordClass classes) => (Info.Classes & classes) != 0;

    /// <summary>Is it a word of this term?</summary>
    public bool Is(Term term) => Terms is { } terms && terms.Has(term);

    /// <summary>What the lists for single places know of it.</summary>
    public TermSet? Terms { get; init; }

    /// <summary>A number that names its degrees (36度5, 36.5度).</summary>
    public bool HasDegrees { get; init; }

    /// <summary>A date that a number tells (1月23日, 正月初六).</summary>
    public (int Month, int Day) Date { get; init; }

    /// <summary>The date is of the calendar of the moon (腊月二十八).</summary>
    public bool IsLunar { get; init; }

    /// <summary>Index of the known person, or -1.</summary>
    public int Known { get; init; } = -1;
}
