using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown.Sheets;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Files.Workbooks;

/// <summary>A digest as a workbook, and the people whom it names.</summary>
/// <param name="File">The XLSX file.</param>
/// <param name="Named">Those whose health it shows by name; each look at them is logged.</param>
internal sealed record DigestWorkbook(byte[] File, IReadOnlyList<long> Named)
{
    /// <summary>Makes the workbook.</summary>
    /// <param name="session">A consistent view of the database.</param>
    /// <param name="digest">The digest with all units below.</param>
    /// <param name="rules">What holds in the unit.</param>
    /// <param name="withNames">The reader may see who the open cases are.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<DigestWorkbook> Make(
        DbSession session, CountedDigest digest, UnitRules rules, bool withNames, Language language, CancellationToken cancellationToken)
    {
        var (unit, moment) = (digest.Digest.Unit, digest.Digest.Moment);
        NamedCases? cases = null;
        if (withNames)
        {
            var records = await new HealthRecordStore(session).Notables(unit.Id, moment.Day, moment.Day, rules.Health.Fever, cancellationToken);
            cases = records is null ? NamedCases.TooMany : NamedCases.Of(records, moment.Day, moment.Slot, rules.Health);
        }

        return new DigestWorkbook(
            WorkbookFile.Write(DigestSheets.Of(digest, cases, language), language), [.. (cases?.Listed ?? []).Select(one => one.Person.Person.Id)]);
    }
}
