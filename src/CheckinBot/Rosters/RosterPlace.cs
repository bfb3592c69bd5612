using System.Globalization;

namespace CheckinBot.Rosters;

/// <summary>Where a row stands in the file.</summary>
/// <param name="Line">The line of a text on which it begins, or the row of a sheet; from 1.</param>
/// <param name="Sheet">The sheet's name; null in a text.</param>
/// <param name="SheetNumber">The sheet's place in the workbook.</param>
internal sealed record RosterPlace(int Line, string? Sheet = null, int SheetNumber = 0)
{
    /// <summary><c>line 7</c>, or <c>花名册 row 7</c>.</summary>
    public override string ToString() => Sheet is null
        ? string.Create(CultureInfo.InvariantCulture, $"line {Line}")
        : string.Create(CultureInfo.InvariantCulture, $"{Sheet} row {Line}");

    /// <summary>A cell of the row, as a spreadsheet names it: <c>花名册!C7</c>; of a text the line.</summary>
    public string Cell(int column) => Sheet is null ? ToString() : string.Create(CultureInfo.InvariantCulture, $"{Sheet}!{Letters(column)}{Line}");

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + (char)('A' + (column % 26));
}

/// <summary>A row of the file as it was typed.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Cells">The cells as a spreadsheet shows them.</param>
internal sealed record RosterRow(RosterPlace Place, IReadOnlyList<string> Cells)
{
    /// <summary>Cells of which the spreadsheet no longer has what was typed, by their columns, and what to do.</summary>
    public IReadOnlyDictionary<int, string> Doubts { get; init; } = NoDoubts;

    public int Line => Place.Line;

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);

    private static IReadOnlyDictionary<int, string> NoDoubts { get; } = new Dictionary<int, string>();
}

/// <summary>What is wrong with a row, or with one cell of it.</summary>
internal sealed record RosterFault(RosterPlace Place, string Reason, int? Column = null)
{
    public int Line => Place.Line;

    /// <summary>The cell or the row, and the reason.</summary>
    public override string ToString() => $"{(Column is { } column ? Place.Cell(column) : Place)}: {Reason}";
}

/// <summary>The file as a whole cannot be read; the message says what to do.</summary>
internal sealed class RosterFileException(string message) : Exception(message);
