using System.Net;
using System.Text.Json;
using Telegram.Bot.Exceptions;

namespace CheckinBot.Telegram;

/// <summary>What came of a call. The set is closed, so that each outcome is treated.</summary>
public abstract record CallOutcome
{
    // A refusal has no result: where its reading has begun, the call was made, whatever came of it.
    private const string Result = "$.result";

    private CallOutcome()
    {
    }

    /// <summary>The call was made, or it was not needed ("message is not modified").</summary>
    public sealed record Done(int? MessageId) : CallOutcome;

    /// <summary>There were too many requests: the call may not be repeated before that time has passed.</summary>
    public sealed record TooMany(TimeSpan RetryAfter) : CallOutcome;

    /// <summary>The group became the supergroup <paramref name="NewChatId"/>.</summary>
    public sealed record Migrated(long NewChatId) : CallOutcome;

    /// <summary>The bot cannot write there: it was blocked, removed or never started, or the account is deleted.</summary>
    public sealed record Unreachable(string Reason) : CallOutcome;

    /// <summary>The call is wrong or came too late; repeating it cannot help.</summary>
    public sealed record Refused(string Reason) : CallOutcome;

    /// <summary>One person saw it in the group.</summary>
    public sealed record Shown : CallOutcome;

    /// <summary>It could not be shown to that one person in the group: the private chat takes over.</summary>
    public sealed record NotShown(string Reason) : CallOutcome;

    /// <summary>The network or the server failed: the call is tried again.</summary>
    public sealed record Failed(string Reason) : CallOutcome;

    /// <summary>
    /// A server took the call (HTTP 200), and its answer is none that can be read: the call may have been made. It is tried again only a few
    /// times, so that nobody gets the same message for ever.
    /// </summary>
    public sealed record Unreadable(string Reason) : CallOutcome
    {
        /// <summary>The reason of each, as it is kept.</summary>
        public const string Kept = "the answer to it could not be read";
    }

    /// <summary>What an exception of the client means.</summary>
    public static CallOutcome Of(RequestException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception switch
        {
            ApiRequestException { Parameters.MigrateToChatId: { } chat } => new Migrated(chat),
            ApiRequestException { ErrorCode: 429 } api => new TooMany(AskedPause.Of(api.Parameters?.RetryAfter)),
            ApiRequestException { ErrorCode: 403 } api => new Unreachable(api.Message),
            ApiRequestException { ErrorCode: 400 } api => OfBadRequest(api.Message),
            // The token was revoked, or another server answers: an operator must act, and nothing is thrown away meanwhile.
            ApiRequestException { ErrorCode: 401 or 404 or >= 500 } api => new Failed(api.Message),
            ApiRequestException api => new Refused(api.Message),
            { HttpStatusCode: HttpStatusCode.OK, InnerException: JsonException { Path: { } path } } when path.StartsWith(Result, StringComparison.Ordinal) =>
                new Done(null),
            { HttpStatusCode: HttpStatusCode.OK, InnerException: null or JsonException } => new Unreadable(Unreadable.Kept),
            _ => new Failed(exception.HttpStatusCode is { } status and not HttpStatusCode.OK ? $"HTTP {(int)status}" : "no answer"),
        };
    }

    private static CallOutcome OfBadRequest(string description) =>
        Says(description, "message is not modified") ? new Done(null)
        : Says(description, "chat not found") || Says(description, "PEER_ID_INVALID") ? new Unreachable(description)
        : new Refused(description);

    private static bool Says(string description, string words) => description.Contains(words, StringComparison.OrdinalIgnoreCase);
}
