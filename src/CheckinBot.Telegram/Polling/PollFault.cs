using Telegram.Bot.Exceptions;

namespace CheckinBot.Telegram.Polling;

/// <summary>What went wrong in a round of polling.</summary>
public enum PollFaultKind
{
    /// <summary>No connection, no answer in time, or an answer that cannot be read.</summary>
    Unreachable,

    /// <summary>Telegram refused the question for another reason than those below.</summary>
    Refused,

    /// <summary>Telegram asks for a pause (429).</summary>
    TooManyRequests,

    /// <summary>Another worker polls with this token (409).</summary>
    AnotherWorker,

    /// <summary>A webhook is set, so nothing can be polled (409).</summary>
    WebhookIsSet,

    /// <summary>The batch was not handled, or nothing of it was committed. It comes again.</summary>
    NotHandled,
}

/// <summary>A fault after which polling goes on by itself.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="InARow">How many rounds failed since the last good one, this one included.</param>
/// <param name="Pause">How long polling waits now.</param>
/// <param name="Cause">Null where the handler committed nothing without an error.</param>
public sealed record PollFault(PollFaultKind Kind, int InARow, TimeSpan Pause, Exception? Cause)
{
    /// <summary>One line for the log: what is wrong, and what to do about it. Holds no token and no content of a message.</summary>
    public string Description => Kind switch
    {
        PollFaultKind.AnotherWorker => "another worker polls with this token; stop one of the two",
        PollFaultKind.WebhookIsSet =>
            "a webhook is set for this bot, so it cannot be polled; set Telegram:Mode to Webhook, or remove the webhook with deleteWebhook",
        PollFaultKind.TooManyRequests => "Telegram asks for a pause",
        PollFaultKind.NotHandled => $"a batch was not committed and comes again ({Cause?.GetType().Name ?? "nothing was committed"})",
        _ => Cause!.Message,
    };

    internal static PollFaultKind KindOf(Exception cause) => cause switch
    {
        // Telegram has no code to tell the two apart: "can't use getUpdates method while webhook is active".
        ApiRequestException { ErrorCode: 409 } refused => refused.Message.Contains("webhook", StringComparison.OrdinalIgnoreCase)
            ? PollFaultKind.WebhookIsSet
            : PollFaultKind.AnotherWorker,
        ApiRequestException { ErrorCode: 429 } => PollFaultKind.TooManyRequests,
        ApiRequestException => PollFaultKind.Refused,
        _ => PollFaultKind.Unreachable,
    };
}
