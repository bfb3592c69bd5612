namespace CheckinBot.Simulator.Faults;

/// <summary>A refusal as the Bot API words it.</summary>
internal sealed class ApiException(int code, string description) : Exception(description)
{
    public int Code { get; } = code;

    /// <summary>Seconds to wait, on 429.</summary>
    public int? RetryAfter { get; init; }

    public long? MigrateToChatId { get; init; }

    public static ApiException BadRequest(string reason) => new(400, "Bad Request: " + reason);

    public static ApiException TooLarge() => new(413, "Request Entity Too Large");

    public static ApiException Forbidden(string reason) => new(403, "Forbidden: " + reason);
}
