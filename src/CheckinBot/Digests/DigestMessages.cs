using CheckinBot.Core.Conversations;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage;

namespace CheckinBot.Digests;

/// <summary>Who gets a unit's digest, and how it reads for them.</summary>
internal static class DigestMessages
{
    /// <summary>The unit's groups, with counts only, and those who answer for it, in private.</summary>
    /// <param name="session">The present transaction.</param>
    /// <param name="digest">The digest with all units below.</param>
    /// <param name="language">The unit's language.</param>
    public static async Task<IReadOnlyList<OutgoingMessage>> For(DbSession session, Digest digest, Language language)
    {
        var messages = new List<OutgoingMessage>();
        foreach (var group in await new GroupStore(session).OfUnit(digest.Unit.Id, CancellationToken.None))
        {
            messages.Add(Message(group.Binding.ChatId, DigestText.ForGroup(digest, language)));
        }

        foreach (var reader in await Readers(session, digest.Unit))
        {
            messages.Add(Message(reader.UserId, await InPrivate(session, digest, reader.Language ?? language)));
        }

        return messages;
    }

    /// <summary>The digest as somebody who answers for the unit reads it.</summary>
    public static async Task<string> InPrivate(DbSession session, Digest digest, Language language)
    {
        if (digest.Unit.Kind != UnitKind.Class) return DigestText.ForOfficial(digest, language);
        var missing = await new MissingStore(session).OfUnit(digest.Unit.Id, digest.Moment.Day, digest.Moment.Slot, CancellationToken.None);
        return DigestText.ForClassTeacher(digest, [.. missing.Select(person => person.Name)], language);
    }

    /// <summary>Those who answer for a unit.</summary>
    public static async Task<IReadOnlyList<Recipient>> Readers(DbSession session, DigestUnit unit)
    {
        Role[] roles = unit.Kind == UnitKind.Class ? [Role.ClassTeacher] : [Role.SchoolOfficer, Role.Official];
        var readers = new List<Recipient>();
        foreach (var role in roles) readers.AddRange(await new PersonStore(session).Holders(unit.Id, role, CancellationToken.None));
        return [.. readers.DistinctBy(reader => reader.UserId)];
    }

    private static OutgoingMessage Message(long chatId, string text) => new(chatId, text) { Lane = Lane.Digests };
}
