namespace CheckinBot.Core.Digests;

/// <summary>Why a unit needs to be looked at.</summary>
public enum DigestAlertKind
{
    /// <summary>Somebody has fever.</summary>
    Fever,

    /// <summary>Several pupils of one class have like symptoms.</summary>
    Cluster,

    /// <summary>Somebody was in a key area.</summary>
    KeyArea,

    /// <summary>Nobody of the unit has answered although it has people.</summary>
    NoAnswer,
}

/// <summary>One finding about one class, or one group of staff.</summary>
/// <param name="Kind">What was found.</param>
/// <param name="UnitPath">The unit whose own people it is about.</param>
/// <param name="Count">How many people.</param>
public sealed record DigestAlert(DigestAlertKind Kind, string UnitPath, int Count)
{
    /// <summary>The other slot of the day in which it was found; null for the slot of the digest.</summary>
    public string? Slot { get; init; }

    /// <summary>
    /// The number of pupils of one class with like symptoms on one day from which there is a cluster, to be reported within
    /// 24 hours: 卫办疾控发〔2006〕65号《学校和托幼机构传染病疫情报告工作规范（试行）》.
    /// </summary>
    public const int ClusterPupils = 3;

    /// <summary>The kind as scripts read it.</summary>
    public string KindName => Kind switch
    {
        DigestAlertKind.Fever => "fever",
        DigestAlertKind.Cluster => "cluster",
        DigestAlertKind.KeyArea => "keyArea",
        DigestAlertKind.NoAnswer => "noAnswer",
        _ => throw new InvalidOperationException($"{Kind} has no name."),
    };

    /// <summary>The findings that follow from a unit's own numbers.</summary>
    public static IEnumerable<DigestAlert> Of(string unitPath, DigestNumbers own, int likeSymptoms, int clusterPupils)
    {
        if (own.Fever > 0) yield return new(DigestAlertKind.Fever, unitPath, own.Fever);
        if (likeSymptoms >= clusterPupils) yield return new(DigestAlertKind.Cluster, unitPath, likeSymptoms);
        if (own.KeyArea > 0) yield return new(DigestAlertKind.KeyArea, unitPath, own.KeyArea);
        if (own.Expected > 0 && own.Missing == own.Expected) yield return new(DigestAlertKind.NoAnswer, unitPath, own.Expected);
    }
}
