using System.Text.Json;
using System.Text.Json.Serialization;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>States as they are stored. A shape that this version does not know is read as <see cref="ConversationState.Lost"/>, never as an error.</summary>
public static class ConversationStateJson
{
    /// <summary>Grows when the meaning of a stored state changes.</summary>
    public const int ShapeVersion = 1;

    /// <summary>The text to store; null for idle, which needs none.</summary>
    public static string? Write(ConversationState state) => state is ConversationState.Idle or ConversationState.Lost
        ? null
        : JsonSerializer.Serialize(new StoredState(ShapeVersion, state), StateJson.Default.StoredState);

    /// <summary>The state of a stored text.</summary>
    public static ConversationState Read(string? stored)
    {
        if (string.IsNullOrEmpty(stored)) return ConversationState.Nothing;
        try
        {
            return JsonSerializer.Deserialize(stored, StateJson.Default.StoredState) is { V: ShapeVersion, S: { } state }
                ? state
                : new ConversationState.Lost();
        }
        catch (JsonException)
        {
            return new ConversationState.Lost();
        }
        catch (NotSupportedException)
        {
            return new ConversationState.Lost();
        }
    }
}

internal sealed record StoredState(int V, ConversationState S);

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(StoredState))]
internal sealed partial class StateJson : JsonSerializerContext;
