namespace CheckinBot.Core.Conversations;

/// <summary>A button under a message: either data that comes back to us, or an address that opens.</summary>
/// <param name="Label">What it says.</param>
/// <param name="Data">What comes back, at most 64 bytes; null with an address.</param>
/// <param name="Url">What opens; null with data.</param>
[method: System.Text.Json.Serialization.JsonConstructor]
public sealed record Button(string Label, string? Data, string? Url = null)
{
    /// <summary>A button that comes back to us.</summary>
    public Button(string label, ButtonData data)
        : this(label, data.ToString())
    {
    }

    /// <summary>A button that opens an address.</summary>
    public static Button Link(string label, string url) => new(label, null, url);
}

/// <summary>Rows of buttons.</summary>
/// <param name="Rows">From top to bottom; a row from left to right.</param>
public sealed record Keyboard(IReadOnlyList<IReadOnlyList<Button>> Rows)
{
    /// <summary>No buttons.</summary>
    public static Keyboard None { get; } = new([]);

    /// <summary>One row.</summary>
    public static Keyboard Row(params IReadOnlyList<Button> buttons) => new([buttons]);

    /// <summary>One button a row.</summary>
    public static Keyboard Column(params IReadOnlyList<Button> buttons) => new([.. buttons.Select(b => (IReadOnlyList<Button>)[b])]);

    /// <summary>As many rows of <paramref name="perRow"/> buttons as needed.</summary>
    public static Keyboard Grid(int perRow, IEnumerable<Button> buttons) => new([.. buttons.Chunk(perRow).Select(row => (IReadOnlyList<Button>)row)]);

    /// <summary>These rows, then those of the other.</summary>
    public Keyboard Then(Keyboard other) => new([.. Rows, .. other.Rows]);
}
