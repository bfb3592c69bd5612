namespace CheckinBot.Core.Digests;

/// <summary>Which side of a unit's digest is shown.</summary>
public enum DigestLook
{
    /// <summary>The numbers.</summary>
    Overview,

    /// <summary>The units below by day, in squares.</summary>
    Week,

    /// <summary>The names of a class behind the numbers.</summary>
    Names,

    /// <summary>What can be corrected in it, and by whom.</summary>
    Correct,
}

/// <summary>One page of the one message in which somebody goes through the digests.</summary>
/// <param name="UnitId">Whose digest.</param>
/// <param name="Day">The school day; null for today.</param>
/// <param name="Slot">The slot; null for the one that is open.</param>
/// <param name="Look">What the page shows.</param>
/// <param name="Number">The page of a long list, from 0.</param>
public sealed record DigestPage(long UnitId, DateOnly? Day = null, string? Slot = null, DigestLook Look = DigestLook.Overview, int Number = 0);

/// <summary>What the reader of a digest may do with it, judged when they ask.</summary>
[Flags]
public enum DigestRights
{
    /// <summary>See the numbers.</summary>
    None = 0,

    /// <summary>Sign the report off.</summary>
    Sign = 1,

    /// <summary>See who is missing by name.</summary>
    SeeMissing = 2,

    /// <summary>See by name who has to be followed up.</summary>
    SeeCases = 4,

    /// <summary>See the numbers of the unit above.</summary>
    OpenAbove = 8,

    /// <summary>Say that it is not right.</summary>
    Question = 16,

    /// <summary>Correct what was told about somebody in the unit.</summary>
    CheckIn = 32,
}

/// <summary>What is said on top of a digest because of what its reader just did.</summary>
public enum DigestNotice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The numbers had changed since the button was made, so nothing was signed.</summary>
    NumbersChanged,

    /// <summary>Somebody is missing, so nothing was signed.</summary>
    NotComplete,

    /// <summary>A unit below has not signed, so nothing was signed.</summary>
    NotSignedBelow,

    /// <summary>Nobody has taken on an alert of the day, and the signer has said nothing about it, so nothing was signed.</summary>
    NeedsWords,

    /// <summary>Somebody owes the answer about travel, so nothing was signed.</summary>
    TravelUnanswered,

    /// <summary>Signed.</summary>
    Signed,

    /// <summary>Those who sign it were asked to look at it again.</summary>
    Questioned,

    /// <summary>Nobody who signs it can be written to.</summary>
    NobodyToAsk,
}
