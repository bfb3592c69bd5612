using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using CheckinBot.Storage.Users;

namespace CheckinBot.Invitations;

/// <summary>Gives out invitations: everybody has one that holds, and keeps it until it is taken back.</summary>
internal sealed class InvitationIssue(DbSession session, TimeProvider time)
{
    private readonly InvitationStore _store = new(session);

    /// <summary>Lists the invitations of a unit and everything below it, or of everybody. Whoever has none gets one.</summary>
    public async Task<IReadOnlyList<InvitationLine>> Of(long? unitId, CancellationToken cancellationToken)
    {
        var lines = new List<InvitationLine>();
        foreach (var line in await _store.Lines(unitId, cancellationToken))
        {
            lines.Add(line.Code.Length > 0 ? line : line with { Code = await New(line.Person.Id, cancellationToken) });
        }

        return lines;
    }

    /// <summary>Takes a code back for good; false where there is none that holds.</summary>
    public Task<bool> Revoke(string code, CancellationToken cancellationToken) => _store.Revoke(code, time.GetUtcNow(), cancellationToken);

    /// <summary>Takes a code back and gives the same person another; null where there is no such code.</summary>
    public async Task<InvitationLine?> Renew(string code, CancellationToken cancellationToken)
    {
        if (await _store.PersonOf(code, cancellationToken) is not { } personId) return null;
        if (await new PersonStore(session).Find(personId, cancellationToken) is not { } person) return null;
        await Revoke(code, cancellationToken);
        var unit = await new UnitStore(session).Find(person.UnitId, cancellationToken);
        return new InvitationLine(unit!, person, await New(personId, cancellationToken));
    }

    private async Task<string> New(long personId, CancellationToken cancellationToken)
    {
        var code = InvitationCode.New();
        await _store.Add(code, personId, time.GetUtcNow(), cancellationToken);
        return code;
    }
}
