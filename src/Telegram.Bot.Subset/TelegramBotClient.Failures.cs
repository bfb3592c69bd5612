namespace Telegram.Bot;

/// <content>What a failure is called, without ever showing the token.</content>
public partial class TelegramBotClient
{
    private RequestException Unreachable(string what, Exception exception)
    {
        var message = exception is OperationCanceledException
            ? $"{what}: no answer within {http.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s"
            : $"{what}: {exception.Message}";
        // HTTP failures name host and port, not the path with the token. Should one ever do so, it is not passed on.
        return exception.ToString().Contains(options.Token, StringComparison.Ordinal)
            ? new RequestException(Redact(message))
            : new RequestException(message, exception);
    }

    private string Redact(string text) => text.Replace(options.Token, "<token>", StringComparison.Ordinal);
}
