namespace CheckinBot.Core.Reading.Data;

/// <summary>What a word of the lists may do in a message. A word may be of several classes.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,

    // Numbers
    Thermo = 1UL << 0,
    Site = 1UL << 1,
    CelsiusUnit = 1UL << 2,
    FahrenheitUnit = 1UL << 3,
    OtherUnit = 1UL << 4,
    OtherCue = 1UL << 5,
    BoundBefore = 1UL << 6,
    BoundAfter = 1UL << 7,
    Hedge = 1UL << 8,
    Or = 1UL << 9,
    Remeasure = 1UL << 10,
    Correction = 1UL << 11,

    // Days
    Today = 1UL << 12,
    Earlier = 1UL << 13,
    Future = 1UL << 14,
    LongAgo = 1UL << 15,
    Backfill = 1UL << 16,

    // People
    Relation = 1UL << 17,
    Child = 1UL << 18,
    ChildName = 1UL << 19,
    Self = 1UL << 20,
    Other = 1UL << 21,
    SignedFor = 1UL << 22,
    Both = 1UL << 23,
    All = 1UL << 24,
    And = 1UL << 25,
    With = 1UL << 26,
    NotName = 1UL << 27,

    // Travel
    Negation = 1UL << 28,
    Go = 1UL << 29,
    Went = 1UL << 30,
    From = 1UL << 31,
    At = 1UL << 32,
    Via = 1UL << 33,
    Back = 1UL << 34,
    Leave = 1UL << 35,
    NotOut = 1UL << 36,
    Home = 1UL << 37,
    Errand = 1UL << 38,
    RelativeHome = 1UL << 39,
    Away = 1UL << 40,
    Plan = 1UL << 41,
    Still = 1UL << 42,
    Past = 1UL << 43,
    VenueSuffix = 1UL << 44,

    // Health
    Symptom = 1UL << 45,
    Normal = 1UL << 46,
    Recovered = 1UL << 47,
    Doctor = 1UL << 48,
    Absence = 1UL << 49,
    Isolation = 1UL << 50,
    Contact = 1UL << 51,

    // Intent
    Later = 1UL << 52,
    Intent = 1UL << 53,
    NotMeasured = 1UL << 54,
    Question = 1UL << 55,
    Notice = 1UL << 56,
    Hearsay = 1UL << 57,
    OtherTopic = 1UL << 58,
    Sample = 1UL << 59,
    Filler = 1UL << 60,
    /// <summary>A chain of another matter says so in its header (报名, 订牛奶).</summary>
    OtherMatter = 1UL << 61,

    /// <summary>Only when typed in capitals (US, SG): in small letters it is another word.</summary>
    UpperOnly = 1UL << 62,

    /// <summary>A class, a school or a seat: taken off before the name is read.</summary>
    ClassWord = 1UL << 63,
}
