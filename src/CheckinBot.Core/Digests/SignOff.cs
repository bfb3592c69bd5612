namespace CheckinBot.Core.Digests;

/// <summary>The signature of a person of a unit under its numbers for a day and slot: the sign-off of a zero report.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Revision">The revision of the snapshot that was signed.</param>
/// <param name="Numbers">The numbers that were signed.</param>
/// <param name="By">The name of who signed.</param>
/// <param name="At">When (UTC).</param>
public sealed record SignOff(long UnitId, int Revision, DigestNumbers Numbers, string By, DateTimeOffset At)
{
    /// <summary>What the signer said of alerts that nobody had taken on; null where there were none.</summary>
    public string? Note { get; init; }

    /// <summary>When the numbers were found to have changed (UTC); null as long as the signature holds.</summary>
    public DateTimeOffset? OutdatedAt { get; init; }

    /// <summary>The signature compared with the numbers of this moment: outdated where they differ from those that were signed.</summary>
    public SignOff Against(DigestNumbers now, DateTimeOffset at) => OutdatedAt is null && Numbers != now ? this with { OutdatedAt = at } : this;

    /// <summary>The digest with the signatures of its unit and of the units below that it shows.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="signatures">The last signature of each unit that has one.</param>
    /// <param name="areNow">Whether the numbers are those of this moment, so that a signature under other numbers is outdated.</param>
    public static Digest On(Digest digest, IReadOnlyDictionary<long, SignOff> signatures, bool areNow) => digest with
    {
        Signature = signatures.TryGetValue(digest.Unit.Id, out var signature)
            ? areNow ? signature.Against(digest.Numbers, digest.Moment.At) : signature
            : null,
        Units = [.. digest.Units.Select(unit => On(unit, signatures, areNow))],
    };
}
