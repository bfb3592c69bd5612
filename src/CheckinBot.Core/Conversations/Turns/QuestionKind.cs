using System.Text.Json.Serialization;
using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>A question that was put and answered.</summary>
/// <param name="PersonId">About whom.</param>
/// <param name="Kind">What.</param>
public sealed record AskedQuestion(long PersonId, QuestionKind Kind);

/// <summary>The questions of a check-in, in the order in which they are put.</summary>
public enum QuestionKind
{
    /// <summary>The number.</summary>
    Temperature,

    /// <summary>The reason of an absence.</summary>
    Absence,

    /// <summary>Was a fever reducer taken, where a fever falls within the day?</summary>
    FeverReducer,

    /// <summary>Symptoms, with a fever or an illness.</summary>
    Symptoms,

    /// <summary>Seen a doctor?</summary>
    Doctor,

    /// <summary>Left the home area?</summary>
    Travel,

    /// <summary>Where to.</summary>
    Place,

    /// <summary>Back since when.</summary>
    Return,

    /// <summary>How somebody is today who was ill on an earlier day, once a day until their case is settled.</summary>
    Recovery,
}
