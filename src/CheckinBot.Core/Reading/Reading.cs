using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Reading;

/// <summary>What kind of message a text is.</summary>
public enum ReadingKind
{
    /// <summary>No check-in; left alone.</summary>
    NotCheckin,

    /// <summary>About the check-in, but with no value that is safe to keep.</summary>
    AskAgain,

    /// <summary>A useful fact without a number: kept, and the number is asked for.</summary>
    Partial,

    /// <summary>One usable reading.</summary>
    Checkin,

    /// <summary>Several readings.</summary>
    CheckinMany,
}

/// <summary>What a text says, and how sure that is.</summary>
/// <param name="Kind">The kind of message.</param>
/// <param name="Entries">What was told, one entry a person, in the order of the text. Empty for <see cref="ReadingKind.NotCheckin"/>.</param>
public sealed record TextReading(ReadingKind Kind, IReadOnlyList<ReadingEntry> Entries)
{
    /// <summary>A text that is no check-in.</summary>
    public static TextReading NotCheckin { get; } = new(ReadingKind.NotCheckin, []);

    /// <summary>Why it is no value or no check-in; a hint for the answer in private.</summary>
    public ReadingHint Hint { get; init; }

    /// <summary>The text says that it corrects an earlier one (更正, 改成, 发错了).</summary>
    public bool IsCorrection { get; init; }

    /// <summary>The text is about all of the sender's children (两个娃都, both); the one entry stands for each.</summary>
    public bool ForAllOwn { get; init; }

    /// <summary>How many children such a text speaks of (2 for 两个娃, both); 0 where it does not.</summary>
    public int OwnCount { get; init; }

    /// <summary>
    /// What is denied in a text that tells nothing else and may be no check-in at all (不咳了, 好了): it counts only where
    /// what it denies is on record.
    /// </summary>
    public IReadOnlyList<ReadingEntry> Denials { get; init; } = [];

    /// <summary>
    /// Values, in tenths of a degree Celsius, that were probably meant and are not certain: offered as buttons, never stored unless one
    /// is pressed. One, or two where the text tells two.
    /// </summary>
    public IReadOnlyList<int> Suggestions { get; init; } = [];

    /// <summary>Lines of a chain that could not be read safely, as typed; for the class teacher in private.</summary>
    public IReadOnlyList<string> DoubtfulLines { get; init; } = [];
}

/// <summary>Hints for the answer to a text that was not stored whole.</summary>
public enum ReadingHint
{
    /// <summary>Nothing special.</summary>
    None,

    /// <summary>Will be told later (晚点发).</summary>
    Later,

    /// <summary>No thermometer, or a broken one.</summary>
    NoThermometer,

    /// <summary>Claims to have reported already (打过卡了).</summary>
    AlreadyDone,

    /// <summary>"Same as yesterday".</summary>
    SameAsYesterday,

    /// <summary>Asks for help with the bot (我不会弄).</summary>
    NeedsHelp,

    /// <summary>A number that no body has; <see cref="ReadingEntry.LikelyTenths"/> may hold the likely one.</summary>
    Implausible,

    /// <summary>Two values, undecided, or a bound or a range.</summary>
    Undecided,

    /// <summary>The value belongs to another day.</summary>
    OtherDay,
}

/// <summary>A temperature of an earlier day.</summary>
/// <param name="DaysAgo">How many days before today; 1 for yesterday.</param>
/// <param name="Reading">The temperature.</param>
public sealed record EarlierTemperature(int DaysAgo, TakenTemperature Reading);

/// <summary>What a text tells of one person.</summary>
public sealed record ReadingEntry
{
    /// <summary>The name as typed, without signatures; <c>#5</c> for a seat number; null where none was typed.</summary>
    public string? Name { get; init; }

    /// <summary>Whom the name means among <see cref="ReadingContext.Own"/>; null where none or several fit.</summary>
    public long? PersonId { get; init; }

    /// <summary>People whom the name may mean (a slip, a homophone, a shared nickname): offered as buttons, never taken.</summary>
    public IReadOnlyList<long> Candidates { get; init; } = [];

    /// <summary>The name is of a classmate for whom the sender may not report.</summary>
    public bool NotOwn { get; init; }

    /// <summary>It is of a child of the sender.</summary>
    internal bool IsOfOwnChild => PersonId is not null && !NotOwn;

    /// <summary>The temperature that counts, in tenths of a degree Celsius; null where none is safe.</summary>
    public int? TemperatureTenths { get; init; }

    /// <summary>Where it was taken.</summary>
    public MeasuringSite Site { get; init; }

    /// <summary>All readings of the day told, in order, with the time words typed (早上, PM).</summary>
    public IReadOnlyList<TakenTemperature> Taken { get; init; } = [];

    /// <summary>The temperature that was probably meant, in tenths; offered as a button and never stored.</summary>
    public int? LikelyTenths { get; init; }

    /// <summary>Left the home area?</summary>
    public Travel Travel { get; init; }

    /// <summary>Where to or through, as typed; only with <see cref="CheckIns.Travel.Yes"/>.</summary>
    public string? Place { get; init; }

    /// <summary>The day of return where told.</summary>
    public DateOnly? ReturnedOn { get; init; }

    /// <summary>Told to be still away.</summary>
    public bool StillAway { get; init; }

    /// <summary>Symptoms told, negated ones left out.</summary>
    public Symptoms Symptoms { get; init; }

    /// <summary>Seen a doctor: true, denied: false, not told: null.</summary>
    public bool? SeenDoctor { get; init; }

    /// <summary>Quarantine told.</summary>
    public Isolation Isolation { get; init; }

    /// <summary>Absence told, and its reason.</summary>
    public Absence Absence { get; init; }

    /// <summary>Contact with a case, or with somebody back from a key area; to be followed up.</summary>
    public bool Contact { get; init; }

    /// <summary>Infectious diseases told of this person, confirmed or suspected; never those of somebody else, denied or asked about.</summary>
    public Diseases Diseases { get; init; }

    /// <summary>Diseases told before that the person has not after all (不是水痘, 误诊).</summary>
    public Diseases NotDiseases { get; init; }

    /// <summary>None of <see cref="Diseases"/> is told to be confirmed (疑似, suspected).</summary>
    public bool OnlySuspected { get; init; }

    /// <summary>Told in words to be well (都正常, no fever), without a number.</summary>
    public bool SaidNormal { get; init; }

    /// <summary>Days before today to which this belongs: 0 today, 1 yesterday (补报昨天的).</summary>
    public int DaysAgo { get; init; }

    /// <summary>An explicit new measurement or correction, which wins over a higher earlier value.</summary>
    public bool Remeasured { get; init; }

    /// <summary>Readings of earlier days told beside it or alone (昨天38.2), which are none of today's.</summary>
    public IReadOnlyList<EarlierTemperature> Earlier { get; init; } = [];

    /// <summary>A fever reducer was told to be taken.</summary>
    public bool FeverReducer { get; init; }

    /// <summary>A number told some minutes before was too high for a reason (刚跑完步, 体温计坏了): this one takes its place.</summary>
    public bool PutsRight { get; init; }

    /// <summary>What it says does not hold, or no longer does (没有咳嗽, 不咳了), whether it was told before or not.</summary>
    public Retraction Denied { get; init; } = Retraction.None;
}
