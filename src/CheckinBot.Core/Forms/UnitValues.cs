using CheckinBot.Core.Digests;
using CheckinBot.Core.Tables;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Forms;

/// <summary>The values of a unit's fields.</summary>
internal static class UnitValues
{
    /// <summary>The cell of a value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="name">The unit's name in the form.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="report">How far its zero report has come.</param>
    /// <param name="day">The day of the form.</param>
    /// <param name="index">The row's number, from 1; null for the sum.</param>
    /// <param name="phrases">The reader's language.</param>
    public static Cell Of(FormField field, string name, DigestNumbers numbers, ZeroReport report, DateOnly day, int? index, Phrases phrases) => field switch
    {
        FormField.Index => index is { } number ? Cell.Of(number) : Cell.None,
        FormField.Unit => Cell.Of(name),
        FormField.Date => Cell.Of(day),
        FormField.Coverage => new Cell.Percent(numbers.CoveragePercent),
        FormField.ZeroReport => Cell.Of(phrases.ReportState(report, numbers)),
        _ => Count(field, numbers) is { } count ? Cell.Of(count) : Cell.None,
    };

    /// <summary>Whether a filter lets a unit in: one of its counts is above zero.</summary>
    public static bool Passes(FormFilter filter, DigestNumbers numbers) => filter.Values.Any(value => Count(value.Field, numbers) is > 0);

    private static int? Count(FormField field, DigestNumbers n) => field switch
    {
        FormField.Expected => n.Expected,
        FormField.Reported => n.Reported,
        FormField.Missing => n.Missing,
        FormField.Exempt => n.Exempt,
        FormField.Normal => n.Normal,
        FormField.Fevers => n.Fever,
        FormField.Symptomatic => n.Symptomatic,
        FormField.Travelled => n.Travelled,
        FormField.KeyAreas => n.KeyArea,
        FormField.IsolatedHome => n.IsolatedHome,
        FormField.IsolatedCentral => n.IsolatedCentral,
        FormField.Diagnosed => n.Diagnosed,
        FormField.ExemptWithoutReason => n.ExemptWithoutReason,
        FormField.TravelOpen => n.TravelUnanswered,
        FormField.FollowedUp => n.UnderFollowUp,
        _ => null,
    };
}
