using System.Globalization;

namespace CheckinBot.Core.Buttons;

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
