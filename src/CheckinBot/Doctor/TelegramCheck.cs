using System.Globalization;
using CheckinBot.Configuration;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CheckinBot.Doctor;

/// <summary>Whether the server can be reached, the clocks agree, the token is accepted and updates can arrive.</summary>
internal sealed class TelegramCheck(ITelegramBotClient bot, TelegramOptions options, TimeProvider time)
{
    /// <summary>How long a server may take to answer: a busy machine is no fault.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(10);

    public async IAsyncEnumerable<Finding> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await Clock(cancellationToken);
        var token = await Token(cancellationToken);
        yield return token;
        if (!token.IsFault) yield return await Receiving(cancellationToken);
    }

    private async Task<Finding> Clock(CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient { Timeout = CallTimeout };
            var asked = time.GetUtcNow();
            using var response = await http.GetAsync(options.BaseUrl, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.Headers.Date is not { } theirs) return Finding.Ok("clock", $"{options.BaseUrl} tells no time to compare with");
            // The server wrote its time at some moment between the two: a slow answer does not mean a wrong clock.
            var answered = time.GetUtcNow();
            var apart = theirs < asked ? asked - theirs : theirs > answered ? theirs - answered : TimeSpan.Zero;
            var seconds = Math.Ceiling(apart.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            if (apart <= Tolerated) return Finding.Ok("clock", $"within {seconds} s of {options.BaseUrl.Host}");
            const string Remedy = "and reminders would go at the wrong time; switch time synchronisation on (timedatectl set-ntp true)";
            return Finding.Fault("clock", $"{seconds} s apart from {options.BaseUrl.Host}, {Remedy}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return Finding.Fault("server", $"{options.BaseUrl} cannot be reached ({e.Message}); check the network, the firewall, and Telegram:BaseUrl");
        }
    }

    private async Task<Finding> Token(CancellationToken cancellationToken)
    {
        try
        {
            var me = await bot.GetMe(cancellationToken);
            return Finding.Ok("token", me.CanReadAllGroupMessages
                ? $"@{me.Username}, privacy mode off: reads all messages in groups"
                : $"@{me.Username}, privacy mode on: in groups it sees replies and commands, and everything only as administrator");
        }
        catch (ApiRequestException e) when (e.ErrorCode is 401 or 404)
        {
            return Finding.Fault("token", "Telegram does not accept it; take the current one from @BotFather (/mybots, API Token) and set Telegram:BotToken");
        }
        catch (RequestException e)
        {
            return Finding.Fault("token", $"could not be checked ({e.Message}); try again once the server answers");
        }
    }

    private async Task<Finding> Receiving(CancellationToken cancellationToken)
    {
        try
        {
            return Judge(await bot.GetWebhookInfo(cancellationToken));
        }
        catch (RequestException e)
        {
            return Finding.Fault("webhook", $"could not be asked for ({e.Message})");
        }
    }

    private Finding Judge(WebhookInfo info)
    {
        var set = info.Url.Length > 0;
        var waiting = info.PendingUpdateCount == 0 ? "" : $", {info.PendingUpdateCount} updates wait";
        if (options.Mode == ReceivingMode.Polling)
        {
            return set
                ? Finding.Ok("webhook", $"one is set; run removes it, since Telegram:Mode is Polling{waiting}")
                : Finding.Ok("webhook", $"none, as polling needs it{waiting}");
        }

        if (!set) return Finding.Ok("webhook", $"not set yet; run sets it{waiting}");
        if (info.Url != options.WebhookUrl!.AbsoluteUri)
            return Finding.Fault("webhook", "another address is set; start run, or stop the other worker that uses this token");
        return info.LastErrorMessage is { Length: > 0 } error && info.PendingUpdateCount > 0
            ? Finding.Fault("webhook", $"Telegram could not deliver ({error}){waiting}; check the reverse proxy, its certificate and the port")
            : Finding.Ok("webhook", $"set{waiting}");
    }
}
