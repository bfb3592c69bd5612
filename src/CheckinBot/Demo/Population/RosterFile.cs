using System.Globalization;
using System.Text;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Demo.Population;

/// <summary>Writes the county's roster as a school office would hand it in.</summary>
internal static class RosterFile
{
    /// <summary>CSV text with the header <c>unit,role,name,number,locale</c>.</summary>
    public static string Csv(County county)
    {
        var csv = new StringBuilder("unit,role,name,number,locale\n");
        foreach (var member in county.Staff)
            csv.Append(CultureInfo.InvariantCulture, $"{member.UnitPath},{member.Role.ToName()},{member.Name},{member.Number},{member.Account.Language.ToTag()}\n");
        foreach (var pupil in county.Pupils)
            csv.Append(CultureInfo.InvariantCulture, $"{pupil.ClassPath},student,{pupil.Name},{pupil.Number},{pupil.Language.ToTag()}\n");
        return csv.ToString();
    }
}
