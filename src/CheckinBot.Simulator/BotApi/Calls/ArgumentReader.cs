using System.Net.Http.Headers;
using System.Text.Json;
using CheckinBot.Simulator.Faults;
using Microsoft.AspNetCore.Http;

namespace CheckinBot.Simulator.BotApi.Calls;

/// <summary>Reads the arguments of a call from the query and from a body of any kind that clients send.</summary>
internal static class ArgumentReader
{
    /// <exception cref="ApiException">400 when the body cannot be read, 413 when it is larger than the server takes.</exception>
    public static async Task<Arguments> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadQueryAndBodyAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw ApiException.TooLarge();
        }
    }

    private static async Task<Arguments> ReadQueryAndBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>();
        var uploads = new Dictionary<string, Upload>();
        foreach (var (name, value) in request.Query)
        {
            values[name] = value.ToString();
        }

        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType : null;
        switch (type)
        {
            case "application/json":
                await ReadJsonAsync(request.Body, values, cancellationToken).ConfigureAwait(false);
                break;
            case "multipart/form-data":
                await ReadMultipartAsync(request.Body, parsed!, values, uploads, cancellationToken).ConfigureAwait(false);
                break;
            case "application/x-www-form-urlencoded":
                foreach (var (name, value) in await request.ReadFormAsync(cancellationToken).ConfigureAwait(false))
                {
                    values[name] = value.ToString();
                }

                break;
        }

        return new Arguments(values, uploads);
    }

    public static void Add(Dictionary<string, string> values, JsonElement root)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Null)
            {
                values[property.Name] = property.Value.ValueKind == JsonValueKind.String
                    ? property.Value.GetString()!
                    : property.Value.GetRawText();
            }
        }
    }

    private static async Task ReadJsonAsync(Stream body, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await body.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (buffer.Length == 0)
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                Add(values, document.RootElement);
                return;
            }
        }
        catch (JsonException)
        {
        }

        throw ApiException.BadRequest("object expected as request body");
    }

    private static async Task ReadMultipartAsync(
        Stream body,
        MediaTypeHeaderValue type,
        Dictionary<string, string> values,
        Dictionary<string, Upload> uploads,
        CancellationToken cancellationToken)
    {
        var boundary = type.Parameters.FirstOrDefault(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"');
        try
        {
            await MultipartBody.ReadAsync(body, boundary ?? "", values, uploads, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or (IOException and not BadHttpRequestException))
        {
            throw ApiException.BadRequest("can't read the multipart body");
        }
    }
}
