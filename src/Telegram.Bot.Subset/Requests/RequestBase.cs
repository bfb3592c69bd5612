using System.Net.Http.Headers;

namespace Telegram.Bot.Requests;

/// <summary>A call whose public properties are its parameters.</summary>
public abstract class RequestBase<TResponse>(string methodName) : IRequest<TResponse>
{
    [JsonIgnore]
    public HttpMethod HttpMethod { get; set; } = HttpMethod.Post;

    [JsonIgnore]
    public string MethodName { get; } = methodName;

    public virtual HttpContent? ToHttpContent() => JsonBody(Serialize());

    /// <summary>The parameters as UTF-8 JSON.</summary>
    private protected byte[] Serialize() =>
        JsonSerializer.SerializeToUtf8Bytes(this, JsonBotAPI.Options.GetTypeInfo(GetType()));

    private protected static ByteArrayContent JsonBody(byte[] utf8)
    {
        var content = new ByteArrayContent(utf8);
        // Not parsed and written again for each call, as the ContentType property would be.
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return content;
    }
}

/// <summary>A call without parameters: it has no body.</summary>
public abstract class ParameterlessRequest<TResult>(string methodName) : RequestBase<TResult>(methodName)
{
    public override HttpContent? ToHttpContent() => null;
}
