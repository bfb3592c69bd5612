using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Demo.Population;

namespace CheckinBot.Demo.History;

/// <summary>What somebody told of a person on a day before the demo.</summary>
/// <param name="Unit">Path of the person's unit.</param>
/// <param name="Number">The person's roster number.</param>
/// <param name="At">The local time.</param>
/// <param name="Answer">What was known from then on.</param>
/// <param name="Source">How it came in.</param>
/// <param name="By">Who told it.</param>
internal sealed record PastAnswer(string Unit, string Number, TimeOnly At, CheckInAnswer Answer, CheckInSource Source, Account By)
{
    /// <summary>The roster number of the member of staff who told it, with their unit; null where the family did.</summary>
    public (string Unit, string Number)? Staff { get; init; }

    /// <summary>Somebody has to be looked at, so that the rules are judged.</summary>
    public bool IsUnwell => HealthRules.Default.NeedsFollowUp(Answer, wasInKeyArea: false);
}
