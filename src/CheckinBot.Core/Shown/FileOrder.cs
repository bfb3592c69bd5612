using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Shown;

/// <summary>What kind of file it is.</summary>
public enum FileKind
{
    /// <summary>The picture of a digest.</summary>
    Picture,

    /// <summary>A digest as a workbook.</summary>
    Workbook,

    /// <summary>A form as a workbook.</summary>
    FormWorkbook,

    /// <summary>A form as a page to print.</summary>
    FormPage,

    /// <summary>What is held about the user, as a workbook; about no unit.</summary>
    OwnData,
}

/// <summary>
/// A file that is to be made and sent to one user in private. Only the order is kept until it is sent: no reading lies in
/// the outbox, a restart loses nothing, and whether the user may have the file is judged when it is made.
/// </summary>
/// <param name="UserId">The user; their private chat has the same id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="UnitId">The unit that it is about; 0 for none.</param>
/// <param name="Day">The school day.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Language">The user's language.</param>
public sealed record FileOrder(long UserId, FileKind Kind, long UnitId, DateOnly Day, string Slot, Language Language)
{
    /// <summary>The form's name, where it is a form.</summary>
    public string? Form { get; init; }

    /// <summary>How urgent.</summary>
    public Lane Lane { get; init; }

    /// <summary>The file accompanies a scheduled message: if it cannot be made, nobody is told.</summary>
    public bool IsExtra { get; init; }
}
