using CheckinBot.Core.Buttons;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Groups;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Digests;

/// <summary>Finds who gets a unit's digest, and renders it for each of them.</summary>
internal sealed class DigestMessages(DigestReader reader)
{
    /// <summary>The unit's groups, with counts only, and those who answer for it, in private.</summary>
    /// <param name="session">The present transaction.</param>
    /// <param name="taken">The snapshot that was just taken.</param>
    /// <param name="language">The unit's language.</param>
    /// <returns>The messages; one with a key is sent only where none of that key was sent before.</returns>
    public async Task<IReadOnlyList<(OutgoingMessage Message, string? Once)>> For(DbSession session, Digest taken, Language language)
    {
        var groups = await new GroupStore(session).OfUnit(taken.Unit.Id, CancellationToken.None);
        var readers = await Readers(session, taken.Unit);
        if (groups.Count + readers.Count == 0) return [];
        var view = await reader.View(session, taken, CancellationToken.None);
        var (toGroup, hasNumbers) = await reader.ForGroup(session, view, language, CancellationToken.None);
        var messages = groups.Select(group => (
            Message(group.Binding.ChatId, toGroup, Keyboard.None),
            hasNumbers ? null : $"group-digest/{group.Binding.ChatId}/{GroupDigest.Mark(taken)}")).ToList();
        foreach (var (to, role) in readers)
        {
            var (text, rich, keyboard) = await Render(session, view, new DigestPage(taken.Unit.Id), RightsOf(role), DigestNames.None, to.Language ?? language);
            messages.Add((Message(to.UserId, text, keyboard) with { Rich = rich }, null));
        }

        return messages;
    }

    /// <summary>A page of a digest for its reader: the text, and where the page has a table the rich form of it too.</summary>
    public async Task<(string Text, string? Rich, Keyboard Keyboard)> Render(
        DbSession session, DigestView view, DigestPage page, DigestRights rights, DigestNames names, Language language)
    {
        var (text, rich) = page.Look switch
        {
            _ when view.IsEmpty => (DigestText.ForOfficial(view, language), null),
            DigestLook.Week => (HeatSquares.Text(view, page.Number, language), DigestTable.Week(view, page.Number, language)),
            DigestLook.Correct => (DigestText.Correct(view, names, rights, language), null),
            DigestLook.Names => (DigestText.Names(view, names, language), null),
            _ when view.Shown.Unit.Kind.HoldsPeople() && rights.HasFlag(DigestRights.SeeMissing) =>
                (DigestText.ForClassTeacher(view, await reader.Open(session, view.Shown.Unit, view.Shown.Moment, CancellationToken.None), language), null),
            _ => (DigestText.ForOfficial(view, language), DigestTable.Overview(view, language)),
        };
        return (text, rich, DigestKeyboard.For(view, page, rights, language, names.Correctable, DigestKeyboard.MarkOf(text)));
    }

    /// <summary>Those who answer for a unit, each once.</summary>
    public static async Task<IReadOnlyList<(Recipient To, Role Role)>> Readers(DbSession session, DigestUnit unit)
    {
        Role[] roles = unit.Kind.HoldsPeople() ? [Role.ClassTeacher] : [Role.SchoolOfficer, Role.Official];
        var readers = new List<(Recipient To, Role Role)>();
        foreach (var role in roles)
            readers.AddRange((await new PersonStore(session).Holders(unit.Id, role, CancellationToken.None)).Select(to => (to, role)));
        return [.. readers.DistinctBy(reader => reader.To.UserId)];
    }

    /// <summary>What a post gives its holder at its own unit.</summary>
    public static DigestRights RightsOf(Role role) =>
        (Permissions.Allows(role, Permission.SignOff, Relation.AtUnit) ? DigestRights.Sign : 0)
        | (Permissions.Allows(role, Permission.QuestionReport, Relation.AtUnit) ? DigestRights.Question : 0)
        | (Permissions.Allows(role, Permission.SeeMissing, Relation.AtUnit) ? DigestRights.SeeMissing : 0)
        | (Permissions.Allows(role, Permission.SeeCases, Relation.AtUnit) ? DigestRights.SeeCases : 0);

    private static OutgoingMessage Message(long chatId, string text, Keyboard keyboard) => new(chatId, text) { Lane = Lane.Digests, Keyboard = keyboard };
}
