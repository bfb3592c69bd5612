using System.Text.Json;

namespace CheckinBot.Simulator.Content;

/// <summary>One button below a message.</summary>
public sealed record InlineButton(string Text)
{
    /// <summary>What a bot is told when the button is tapped; null for a button of another kind.</summary>
    public string? CallbackData { get; init; }

    /// <summary>What the button opens.</summary>
    public string? Url { get; init; }

    /// <summary>Kinds on which the simulator does not act: they are kept as they came, and given back.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Other { get; init; }
}
