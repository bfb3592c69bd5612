using CheckinBot.Core.Digests;
using CheckinBot.Core.Tables;

namespace CheckinBot.Core.Forms;

/// <summary>A form filled in.</summary>
/// <param name="Title">The title in the reader's language, without what differs from sheet to sheet.</param>
/// <param name="Sheets">Its sheets.</param>
/// <param name="Named">Those whose health it shows by name; each look at them is logged.</param>
public sealed record FilledForm(string Title, IReadOnlyList<Sheet> Sheets, IReadOnlyList<long> Named)
{
    /// <summary>Day, slot, and when the numbers were taken.</summary>
    public required DigestMoment Moment { get; init; }

    /// <summary>How the numbers differ from the snapshot that the digest's message shows; null where there is none.</summary>
    public SinceSnapshot? Since { get; init; }
}

/// <summary>The form would have more sheets or rows than anybody can use; the message says what to do.</summary>
public sealed class FormTooLargeException : Exception
{
    private FormTooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>There would be more sheets than anybody prints.</summary>
    public static FormTooLargeException OfSheets(int sheets, int most) =>
        new($"The form would have {sheets} sheets, and {most} is the most: ask for a smaller unit.");

    /// <summary>The form would list more people than are loaded.</summary>
    public static FormTooLargeException OfPeople(int most) =>
        new($"The form would list more than {most} people: ask for a smaller unit.");
}
