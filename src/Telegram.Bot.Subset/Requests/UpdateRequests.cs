namespace Telegram.Bot.Requests;

/// <summary>Fetches updates; confirms all with a number below <see cref="Offset"/>.</summary>
public class GetUpdatesRequest() : RequestBase<Update[]>("getUpdates")
{
    public int? Offset { get; set; }

    /// <summary>1 to 100.</summary>
    public int? Limit { get; set; }

    /// <summary>Seconds to wait for the first update, up to 50.</summary>
    public int? Timeout { get; set; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }
}

/// <summary>Has updates delivered to an address.</summary>
public class SetWebhookRequest() : FileRequestBase<bool>("setWebhook")
{
    public required string Url { get; set; }

    public InputFileStream? Certificate { get; set; }

    public string? IpAddress { get; set; }

    /// <summary>1 to 100.</summary>
    public int? MaxConnections { get; set; }

    public IEnumerable<UpdateType>? AllowedUpdates { get; set; }

    public bool DropPendingUpdates { get; set; }

    /// <summary>1 to 256 of <c>A-Za-z0-9_-</c>; comes with each update in a header.</summary>
    public string? SecretToken { get; set; }
}

/// <summary>Ends the delivery of updates to an address.</summary>
public class DeleteWebhookRequest() : RequestBase<bool>("deleteWebhook")
{
    public bool DropPendingUpdates { get; set; }
}

/// <summary>Asks how delivery goes.</summary>
public class GetWebhookInfoRequest() : ParameterlessRequest<WebhookInfo>("getWebhookInfo");
