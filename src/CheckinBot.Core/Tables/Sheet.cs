namespace CheckinBot.Core.Tables;

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Width">In characters of the Latin alphabet; a Chinese character takes two.</param>
/// <param name="Group">A heading over this column and its neighbours of the same group; null for none.</param>
public sealed record SheetColumn(string Heading, int Width, string? Group = null)
{
    /// <summary>The width at which no word of the heading is broken or touches the border.</summary>
    public int FittingWidth => Math.Max(Width, Heading.Split(' ').Max(TextWidth.Characters) + 3);

    /// <summary>Marks and short words stand in the middle of the column.</summary>
    public bool Centred { get; init; }
}

/// <summary>One sheet of a workbook, or one page to print: heading, table, closing lines.</summary>
/// <param name="Name">The name on the tab.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with a cell a column.</param>
public sealed record Sheet(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Printed large above everything; null for none.</summary>
    public string? Title { get; init; }

    /// <summary>Lines between title and table.</summary>
    public IReadOnlyList<string> Head { get; init; } = [];

    /// <summary>Printed instead of the table where there is no row.</summary>
    public string? Nothing { get; init; }

    /// <summary>Lines below the table.</summary>
    public IReadOnlyList<string> Foot { get; init; } = [];

    /// <summary>Who signs, in a row at the end; each gets a line to sign on.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    /// <summary>Printed on A4 in landscape.</summary>
    public bool Landscape { get; init; }

    /// <summary>Every cell is ruled, as forms are.</summary>
    public bool Ruled { get; init; }

    /// <summary>The rows, by index, that are sums of others.</summary>
    public IReadOnlySet<int> Sums { get; init; } = new HashSet<int>();

    /// <summary>Printed above each page of a workbook; null for the title, which is then left out on the first page.</summary>
    public string? PageHeading { get; init; }

    /// <summary>True where some columns stand under a common heading.</summary>
    public bool HasGroups => Columns.Any(column => column.Group is not null);

    /// <summary>Neighbouring columns under one heading: the first column's index, how many, and the heading.</summary>
    public IEnumerable<(int First, int Count, string? Group)> Groups()
    {
        for (var first = 0; first < Columns.Count;)
        {
            var group = Columns[first].Group;
            var next = first + 1;
            while (group is not null && next < Columns.Count && Columns[next].Group == group) next++;
            yield return (first, next - first, group);
            first = next;
        }
    }
}
