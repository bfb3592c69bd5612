using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Places;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Claims;

namespace CheckinBot.Core.Shown;

/// <summary>Something that one person has to be told because of what another did. It is always sent in private.</summary>
public abstract record Notice
{
    private Notice()
    {
    }

    /// <summary>A fever, or symptoms, of one person.</summary>
    public sealed record Unwell(long PersonId, string Name, string UnitName, CheckInAnswer Answer) : Notice;

    /// <summary>What an earlier alert said was corrected or taken back, so it no longer holds.</summary>
    public sealed record AlertCorrected(long PersonId, string Name, string UnitName, CheckInAnswer Answer) : Notice;

    /// <summary>A fever has fallen, or has come back, within the day; it stays the fever of that day.</summary>
    public sealed record FeverCourse(long PersonId, string Name, string UnitName, CheckInAnswer Answer) : Notice;

    /// <summary>Somebody was unwell on an earlier day, as was told only now.</summary>
    public sealed record UnwellEarlier(long PersonId, string Name, string UnitName, CheckInAnswer Answer, DateOnly Day) : Notice;

    /// <summary>Back from, or still in, a key area; or in contact with a case.</summary>
    public sealed record KeyArea(long PersonId, string Name, string UnitName, CheckInAnswer Answer, string? Area) : Notice;

    /// <summary>A message spoke of self-harm or violence: who wrote it, and whose guardian they are; never the words.</summary>
    public sealed record InDistress(DistressKind Kind, string Writer, IReadOnlyList<string> Children, string UnitName) : Notice;

    /// <summary>To the family: the school has reported for their child.</summary>
    public sealed record ReportedForYou(string Name, CheckInAnswer Answer) : Notice;

    /// <summary>The school has cleared somebody's return.</summary>
    public sealed record ReturnCleared(string Name, string UnitName) : Notice;

    /// <summary>Somebody became a guardian by a code.</summary>
    public sealed record GuardianJoined(long PersonId, string Name, string UnitName, long GuardianUserId, string GuardianName) : Notice;

    /// <summary>To the guardian: the class teacher ended the tie.</summary>
    public sealed record GuardianRemoved(string Name, string UnitName) : Notice;

    /// <summary>A guardian of these pupils cannot be written to any more: nobody at home may have read what was asked.</summary>
    public sealed record GuardianUnreachable(IReadOnlyList<string> Names, string UnitName) : Notice;

    /// <summary>To the class teacher: these pupils have moved to another class or school.</summary>
    public sealed record PupilsLeft(IReadOnlyList<string> Names, string UnitName, string ToUnitName) : Notice;

    /// <summary>To the class teacher: these pupils have come from another class or school.</summary>
    public sealed record PupilsJoined(IReadOnlyList<string> Names, string UnitName, string FromUnitName) : Notice;

    /// <summary>To the family: these children have moved.</summary>
    public sealed record ChildrenMoved(IReadOnlyList<string> Names, string UnitName) : Notice;

    /// <summary>Lines of a chain that were not stored, and the choices that settle them.</summary>
    public sealed record DoubtfulLines(long UnitId, string UnitName, IReadOnlyList<string> Lines, IReadOnlyList<DoubtChoice> Choices, DateOnly Day) : Notice;

    /// <summary>To those of a unit: somebody else tried to take its group over.</summary>
    public sealed record GroupClaimed(string UnitName, string By) : Notice;

    /// <summary>To the guardian: the class teacher lets them back in.</summary>
    public sealed record GuardianReadmitted(string Name, string UnitName) : Notice;

    /// <summary>To the class teacher: a classmate's parent told this in a chain; it counts once somebody confirms it.</summary>
    public sealed record Heard(long UnitId, string UnitName, string By, IReadOnlyList<NamedCase> Told, DateOnly Day, string Slot) : Notice;

    /// <summary>To the family: a classmate's parent told this of the child.</summary>
    public sealed record HeardOfChild(long PersonId, string Name, string By, CheckInAnswer Answer, DateOnly Day, string Slot) : Notice;

    /// <summary>To those who sign a unit's report: somebody above says that it is not right.</summary>
    public sealed record ReportQuestioned(DigestUnit Unit, DigestMoment Moment, string By) : Notice;

    /// <summary>To the person who signed a report: its numbers have changed, or somebody says that they are not right.</summary>
    public sealed record SignatureOutdated(DigestUnit Unit, DigestMoment Moment, TimeOnly SignedAt, DigestNumbers Signed, DigestNumbers Now) : Notice;
}
