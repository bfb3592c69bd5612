using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;

namespace Telegram.Bot;

/// <summary>How the Bot API's JSON is read and written: for webhooks, and for calls that are not in this assembly.</summary>
public static class JsonBotAPI
{
    /// <summary>Read-only after its first use.</summary>
    public static JsonSerializerOptions Options { get; } = Configured();

    /// <summary>Adds to other options what the Bot API's JSON needs.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault;
        options.NumberHandling = JsonNumberHandling.AllowReadingFromString;
        options.TypeInfoResolverChain.Insert(0, JsonBotContext.Default);
    }

    private static JsonSerializerOptions Configured()
    {
        // Chinese text as it is, half the size of escapes; this JSON is never put inside a page.
        var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        Configure(options);
        // For requests that another assembly derives from RequestBase.
        options.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver());
        return options;
    }
}
