namespace CheckinBot.Configuration;

/// <summary>Where health, metrics and the webhook are served.</summary>
public sealed record HttpOptions
{
    /// <summary>Addresses, separated by semicolons; plain http, since TLS is the reverse proxy's work.</summary>
    public required string Urls { get; init; }

    internal static HttpOptions Read(ConfigurationReader reader) => new()
    {
        Urls = reader.Text(
            "Http:Urls", "http://127.0.0.1:8080", "addresses such as http://127.0.0.1:8080, separated by ; (https is for the reverse proxy)", AreUrls),
    };

    internal static bool AreUrls(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } urls
        && urls.All(url => Uri.TryCreate(AnyHost(url), UriKind.Absolute, out var uri)
            && uri.Scheme == "http" && uri.PathAndQuery == "/");

    // What Kestrel takes for every address of the machine is no host by the rules of addresses.
    private static string AnyHost(string url) =>
        url.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal);
}
