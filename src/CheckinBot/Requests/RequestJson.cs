using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Core.Conversations.Turns;

namespace CheckinBot.Requests;

/// <summary>Requests as they are kept until they are answered.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Effect.ShowDigest))]
[JsonSerializable(typeof(Effect.ShowCases))]
internal sealed partial class RequestJson : JsonSerializerContext;
