using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Files.Exports;
using CheckinBot.Files.Workbooks;
using CheckinBot.Storage.Users;
using CsvHelper;

namespace CheckinBot.Invitations;

/// <summary>Invitations as CSV: <c>unit,role,name,number,code,link</c>.</summary>
internal static class InvitationCsv
{
    public static async Task Write(IEnumerable<InvitationLine> lines, string botUserName, TextWriter output)
    {
        await using var csv = CsvWriter.Create(output, CsvExport.Options, leaveOpen: true);
        foreach (var column in (string[])["unit", "role", "name", "number", "code", "link"]) csv.WriteField(column);
        await csv.EndRecordAsync();
        foreach (var (unit, person, code) in lines)
        {
            csv.WriteField(FormulaGuard.Guard(unit.Path));
            csv.WriteField(person.Role.ToName());
            csv.WriteField(FormulaGuard.Guard(person.Name));
            csv.WriteField(FormulaGuard.Guard(person.Number ?? ""));
            // A code may begin with a dash, and must be typed as it is: it holds no formula.
            csv.WriteField(code);
            csv.WriteField(InvitationCode.Link(botUserName, code));
            await csv.EndRecordAsync();
        }
    }
}
