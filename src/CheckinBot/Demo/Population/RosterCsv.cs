using System.Globalization;
using System.Text;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Demo.Population;

/// <summary>A line of a roster file.</summary>
internal sealed record RosterLine(string Unit, Role Role, string Name, string Number, Language Language);

/// <summary>Writes a roster as a school office would hand it in.</summary>
internal static class RosterCsv
{
    public static string Of(County county) => Of(
        county.Staff.Select(member => new RosterLine(member.UnitPath, member.Role, member.Name, member.Number, member.Account.Language))
            .Concat(county.Pupils.Select(pupil => new RosterLine(pupil.ClassPath, Role.Student, pupil.Name, pupil.Number, pupil.Language))));

    /// <summary>CSV text with the header <c>unit,role,name,number,locale</c>.</summary>
    public static string Of(IEnumerable<RosterLine> lines)
    {
        var csv = new StringBuilder("unit,role,name,number,locale\n");
        foreach (var line in lines)
            csv.Append(CultureInfo.InvariantCulture, $"{line.Unit},{line.Role.ToName()},{line.Name},{line.Number},{line.Language.ToTag()}\n");
        return csv.ToString();
    }
}
