namespace Telegram.Bot.Exceptions;

/// <summary>The envelope of every answer.</summary>
public class ApiResponse
{
    public bool Ok { get; init; }

    /// <summary>Why the call was refused.</summary>
    public string? Description { get; init; }

    public int ErrorCode { get; init; }

    public ResponseParameters? Parameters { get; init; }
}

/// <summary>The envelope of an answer to a call that succeeded.</summary>
internal sealed class ApiResponse<TResult> : ApiResponse
{
    public TResult? Result { get; init; }
}
