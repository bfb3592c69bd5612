namespace CheckinBot.Core.Digests;

/// <summary>A person of a unit has signed its numbers of a day and slot: what design.md calls the sign-off of a zero report.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Revision">The revision of the snapshot that was signed.</param>
/// <param name="Numbers">The numbers that were signed.</param>
/// <param name="By">The name of who signed.</param>
/// <param name="At">When (UTC).</param>
public sealed record SignOff(long UnitId, int Revision, DigestNumbers Numbers, string By, DateTimeOffset At)
{
    /// <summary>When it was found that the numbers are others by now (UTC); null as long as the signature holds.</summary>
    public DateTimeOffset? OutdatedAt { get; init; }

    /// <summary>The signature beside numbers of this moment: outdated where they are not those that were signed.</summary>
    public SignOff Against(DigestNumbers now, DateTimeOffset at) => OutdatedAt is null && Numbers != now ? this with { OutdatedAt = at } : this;

    /// <summary>A digest with the signatures of its unit and of those below it that it shows.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="signatures">The last signature of each unit that has one.</param>
    /// <param name="areNow">The numbers are of this moment: a signature for others is outdated.</param>
    public static Digest On(Digest digest, IReadOnlyDictionary<long, SignOff> signatures, bool areNow) => digest with
    {
        Signature = signatures.TryGetValue(digest.Unit.Id, out var signature)
            ? areNow ? signature.Against(digest.Numbers, digest.Moment.At) : signature
            : null,
        Units = [.. digest.Units.Select(unit => On(unit, signatures, areNow))],
    };
}
