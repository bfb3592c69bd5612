using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>A rule that has fired at a place.</summary>
/// <param name="Id">Its id; 0 until stored.</param>
/// <param name="RuleId">The rule.</param>
/// <param name="Place">Where.</param>
public sealed record Firing(long Id, string RuleId, RulePlace Place)
{
    /// <summary>The pupils that it is about, by id.</summary>
    public IReadOnlyList<long> Pupils { get; init; } = [];

    /// <summary>The symptoms that are alike.</summary>
    public Symptoms Signs { get; init; }

    /// <summary>The diseases told.</summary>
    public Diseases Diseases { get; init; }

    /// <summary>The first day that counted.</summary>
    public DateOnly FirstDay { get; init; }

    /// <summary>The last day on which the rule was fulfilled.</summary>
    public DateOnly LastDay { get; init; }

    /// <summary>When it fired (UTC).</summary>
    public DateTimeOffset FiredAt { get; init; }

    /// <summary>Until when it is to be reported or followed up (UTC); null for no deadline.</summary>
    public DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>How many levels it has gone up since it fired.</summary>
    public int Stage { get; init; }

    /// <summary>The highest unit that was told; null while nobody could be.</summary>
    public long? ToldUnitId { get; init; }

    /// <summary>When it goes up one more level unless somebody takes it on (UTC); null where it does not.</summary>
    public DateTimeOffset? GoesUpAt { get; init; }

    /// <summary>The user who took it on; null while nobody has.</summary>
    public long? AcknowledgedBy { get; init; }

    /// <summary>Their name as the roster has it.</summary>
    public string? AcknowledgedName { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>When corrections or late answers removed the reason for it (UTC); null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>What its rule looks for. A rule that the configuration adds looks for like symptoms or for diseases.</summary>
    public RuleKind Kind =>
        ShippedRules.All.FirstOrDefault(rule => rule.Id == RuleId)?.Kind ?? (Diseases == Diseases.None ? RuleKind.LikeSymptoms : RuleKind.Disease);

    /// <summary>Somebody is still to take it on.</summary>
    public bool IsOpen => AcknowledgedAt is null && WithdrawnAt is null;
}
