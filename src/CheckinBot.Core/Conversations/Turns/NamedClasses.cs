using CheckinBot.Core.Buttons;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>
/// Which classes an event of a private chat names. Whoever answers for a whole school has too many classes to load each
/// time, so only those are loaded that the event is about.
/// </summary>
/// <param name="UnitIds">The ids of units: classes, or a school whose classes are listed.</param>
/// <param name="PersonIds">People whose classes are meant.</param>
/// <param name="Text">A text in which pupils are named; null where there is none.</param>
public sealed record NamedClasses(IReadOnlyList<long> UnitIds, IReadOnlyList<long> PersonIds, string? Text)
{
    /// <summary>What the user recorded last is to be taken back.</summary>
    public bool LastRecorded { get; init; }

    /// <summary>The event lists the classes of the one school for which the user answers.</summary>
    public bool OfTheOnlySchool { get; init; }

    /// <summary>A school that is named stands for the list of its classes, and not for its own people.</summary>
    public bool ListsBelow { get; init; }

    /// <summary>Nothing is named but the people whom the open question is about.</summary>
    internal static NamedClasses Asked(IReadOnlyList<long> asked) => new([], asked, null);

    /// <summary>A button whose first argument is a class.</summary>
    internal static NamedClasses Class(ButtonData data, IReadOnlyList<long> asked) =>
        data.NumberAt(0) is { } unitId ? new([unitId], asked, null) : Asked(asked);

    /// <summary>A button whose first argument is a person.</summary>
    internal static NamedClasses Person(ButtonData data, IReadOnlyList<long> asked) =>
        data.NumberAt(0) is { } personId ? new([], [personId], null) : Asked(asked);

    /// <summary>A button that takes back what was recorded last.</summary>
    internal static NamedClasses Last(ButtonData data, IReadOnlyList<long> asked) => Asked(asked) with { LastRecorded = true };

    /// <summary>A command that takes back what was recorded last.</summary>
    internal static NamedClasses Last(string text, IReadOnlyList<long> asked) => Asked(asked) with { LastRecorded = true };

    /// <summary>A command that begins anew, whatever is asked at the moment; its words name pupils.</summary>
    internal static NamedClasses InText(string text, IReadOnlyList<long> asked) =>
        new([], [], text.Trim() is { Length: > 0 } words ? words : null) { ListsBelow = true };

    /// <summary>The same; without words it lists the classes of the one school.</summary>
    internal static NamedClasses InTextOrAll(string text, IReadOnlyList<long> asked) => InText(text, asked) with { OfTheOnlySchool = true };

    /// <summary>A command that lists the classes of the one school, whatever is asked at the moment.</summary>
    internal static NamedClasses All(string text, IReadOnlyList<long> asked) => InTextOrAll("", asked);
}
