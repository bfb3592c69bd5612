using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CheckinBot.Tests.Simulator;

/// <summary>Calls the Bot API with nothing but HTTP, so that no client's cleverness hides what the server does.</summary>
internal sealed class BotClient(string baseUrl, string token) : IDisposable
{
    private readonly HttpClient _http = new();

    public async Task<BotAnswer> CallAsync(string method, object? arguments = null)
    {
        using var content = arguments is null ? null : new StringContent(JsonSerializer.Serialize(arguments), Encoding.UTF8, "application/json");
        return await CallAsync(method, content);
    }

    public async Task<BotAnswer> CallAsync(string method, HttpContent? content)
    {
        using var response = await _http.PostAsync(new Uri($"{baseUrl}/bot{token}/{method}"), content);
        return new BotAnswer((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public async Task<BotAnswer> GetAsync(string methodAndQuery)
    {
        using var response = await _http.GetAsync(new Uri($"{baseUrl}/bot{token}/{methodAndQuery}"));
        return new BotAnswer((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    public Task<byte[]> DownloadAsync(string path) => _http.GetByteArrayAsync(new Uri($"{baseUrl}/file/bot{token}/{path}"));

    /// <summary>Takes what waits and confirms nothing.</summary>
    public async Task<JsonElement[]> UpdatesAsync(int offset = 0, int limit = 100) =>
        [.. (await CallAsync("getUpdates", new { offset, limit, timeout = 0 })).Result.EnumerateArray()];

    public void Dispose() => _http.Dispose();
}

internal sealed record BotAnswer(int Status, JsonElement Body)
{
    public bool Ok => Body.GetProperty("ok").GetBoolean();

    public JsonElement Result => Ok ? Body.GetProperty("result") : throw new InvalidOperationException(Description);

    public string Description => Body.GetProperty("description").GetString()!;

    public JsonElement Parameters => Body.GetProperty("parameters");

    public int MessageId => Result.GetProperty("message_id").GetInt32();
}
