using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Core.Writing;
using CheckinBot.Storage.Users;

namespace CheckinBot.Invitations;

/// <summary>What stands on an invitation beside the code, in the language of the unit.</summary>
internal sealed class InvitationWords
{
    private readonly string _bot;
    private readonly int _mostGuardians;
    private readonly Dictionary<long, (Language? Language, Unit? School)> _units = [];

    /// <param name="botUserName">The bot's user name without <c>@</c>.</param>
    /// <param name="mostGuardians">Guardians that a pupil may have.</param>
    /// <param name="units">All units, each after the one above it.</param>
    public InvitationWords(string botUserName, int mostGuardians, IEnumerable<Unit> units)
    {
        (_bot, _mostGuardians) = (botUserName, mostGuardians);
        foreach (var unit in units)
        {
            var above = unit.ParentId is { } parent ? _units.GetValueOrDefault(parent) : default;
            _units[unit.Id] = (unit.Language ?? above.Language, unit.Kind == UnitKind.School ? unit : above.School);
        }
    }

    /// <summary>The link that opens the private chat.</summary>
    public string LinkOf(InvitationLine line) => InvitationCode.Link(_bot, line.Code);

    public Language LanguageOf(Unit unit) => _units.GetValueOrDefault(unit.Id).Language ?? Language.ZhHans;

    /// <summary>At the head of a unit's page, for whoever cuts the cards.</summary>
    public string Heading(Unit unit) => new Phrases(LanguageOf(unit)).InvitationSheetHow;

    /// <summary>The school and the class; a post says its name too, since it is no class that tells what the card is for.</summary>
    public string Where(InvitationLine line)
    {
        var school = _units.GetValueOrDefault(line.Unit.Id).School;
        var unit = school is null || school.Id == line.Unit.Id ? line.Unit.Name
            : UnitNames.Joined(school.Name, UnitNames.Below(school.Path, line.Unit.Path)!);
        return line.Person.Role == Role.Student ? unit : $"{unit} · {new Phrases(LanguageOf(line.Unit)).RoleName(line.Person.Role)}";
    }

    /// <summary>What to do with the card, who may, and how without a camera; a line each.</summary>
    public IEnumerable<string> Lines(InvitationLine line)
    {
        var say = new Phrases(LanguageOf(line.Unit));
        var role = line.Person.Role;
        yield return say.InvitationScan(_bot);
        yield return role == Role.Student ? say.InvitationThenFamily : role.IsExpectedToCheckIn() ? say.InvitationThenStaff : say.InvitationThenOfficial;
        yield return role == Role.Student ? say.InvitationForFamily(NameForm.Of(line.Person.Name), _mostGuardians) : say.InvitationForStaff;
    }

    /// <summary>Before the link.</summary>
    public string Otherwise(Unit unit) => new Phrases(LanguageOf(unit)).InvitationOtherwise;
}
