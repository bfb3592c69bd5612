namespace Telegram.Bot.Types;

/// <summary>Where Telegram delivers updates, and how that goes.</summary>
public class WebhookInfo
{
    /// <summary>Empty where no webhook is set.</summary>
    public string Url { get; set; } = default!;

    public bool HasCustomCertificate { get; set; }

    public int PendingUpdateCount { get; set; }

    public string? IpAddress { get; set; }

    /// <summary>UTC.</summary>
    [JsonConverter(typeof(UnixDateTimeConverter))]
    public DateTime? LastErrorDate { get; set; }

    public string? LastErrorMessage { get; set; }

    public int? MaxConnections { get; set; }

    public UpdateType[]? AllowedUpdates { get; set; }
}
