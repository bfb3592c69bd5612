using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Tables;
using CheckinBot.Digests;
using CheckinBot.Files.Workbooks;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.CheckIns;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Files.Forms;

/// <summary>The kinds of file of a form.</summary>
internal enum FormFormat
{
    /// <summary>A workbook.</summary>
    Xlsx,

    /// <summary>A page to print.</summary>
    Html,
}

/// <summary>A form that is wanted for a unit, day and slot.</summary>
internal sealed record FormRequest(FormTemplate Form, Unit Unit, DateOnly? Day, string? Slot)
{
    /// <summary>Reads what it needs and fills it in.</summary>
    /// <param name="session">A consistent view of the database.</param>
    /// <param name="digests">Counts the unit.</param>
    /// <param name="rules">What holds in the unit.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="FormTooLargeException">There would be too many sheets, or people.</exception>
    public async Task<FilledForm> Fill(DbSession session, DigestReader digests, UnitRules rules, Language language, CancellationToken cancellationToken)
    {
        var digest = await PresentDigest.Read(session, digests, Unit, Day, Slot, cancellationToken);
        var moment = digest.Digest.Moment;
        var asksTravel = rules.Schedule.AsksTravelIn(moment.Slot);
        var records = Form.NamesPeople ? await Records(session, moment.Day, rules.Health, cancellationToken) : new HealthRecords([], []);
        var counts = Form.NamesPeople ? await new HealthRecordStore(session).Counts(Unit.Id, moment.Day, moment.Slot, asksTravel, cancellationToken) : [];
        var school = await new UnitStore(session).SchoolOf(Unit.Id, cancellationToken);
        return FormFilling.Fill(Form, new FormFacts(digest.Digest, records, rules.Health, school?.Name)
        {
            Counts = counts,
            Since = digest.Since,
            IsEmpty = digest.IsEmpty,
        }, language);
    }

    /// <summary>The file of a filled form.</summary>
    public static byte[] Write(FilledForm filled, FormFormat format, Language language) => format == FormFormat.Html
        ? System.Text.Encoding.UTF8.GetBytes(SheetPages.Write(filled.Sheets, language))
        : WorkbookFile.Write(filled.Sheets, language);

    private async Task<HealthRecords> Records(DbSession session, DateOnly day, HealthRules rules, CancellationToken cancellationToken)
    {
        var (store, from) = (new HealthRecordStore(session), day.AddDays(-Form.DaysBefore));
        var records = Form.ListsNotableOnly
            ? await store.Notables(Unit.Id, from, day, rules.Fever, cancellationToken)
            : await store.Of(Unit.Id, from, day, cancellationToken);
        return records ?? throw FormTooLargeException.OfPeople(HealthRecordStore.MostPeople);
    }
}
