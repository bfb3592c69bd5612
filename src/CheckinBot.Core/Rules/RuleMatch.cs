using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>Where a rule fires.</summary>
/// <param name="Scope">Class, dormitory or school; never <see cref="RuleScope.ClassOrDormitory"/>.</param>
/// <param name="UnitId">The class, or the school.</param>
/// <param name="Dormitory">The dormitory's name within the school; empty for a class or a school.</param>
public sealed record RulePlace(RuleScope Scope, long UnitId, string Dormitory = "");

/// <summary>A rule that the facts of a day fulfil at a place.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">Where.</param>
/// <param name="Signs">The symptoms of the groups that reached the number; none for other kinds.</param>
/// <param name="Pupils">Who, by id.</param>
/// <param name="Since">The first day of what counts.</param>
public sealed record RuleMatch(AlertRule Rule, RulePlace Place, Symptoms Signs, IReadOnlyList<long> Pupils, DateOnly Since)
{
    /// <summary>The diseases of the groups that reached the number; none for other kinds.</summary>
    public Diseases Diseases { get; init; }
}
