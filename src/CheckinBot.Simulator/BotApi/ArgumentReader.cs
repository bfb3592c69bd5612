using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CheckinBot.Simulator.BotApi;

/// <summary>Reads the arguments of a call from the query and from a body of any kind that clients send.</summary>
internal static class ArgumentReader
{
    private static readonly Dictionary<string, Upload> NoUploads = [];

    /// <exception cref="ApiException">400 when the body cannot be read.</exception>
    public static async Task<Arguments> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>();
        var uploads = NoUploads;
        foreach (var (name, value) in request.Query)
        {
            values[name] = value.ToString();
        }

        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType : null;
        if (type is "application/json")
        {
            await ReadJsonAsync(request.Body, values, cancellationToken).ConfigureAwait(false);
        }
        else if (request.HasFormContentType)
        {
            uploads = await ReadFormAsync(request, values, cancellationToken).ConfigureAwait(false);
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

    private static async Task<Dictionary<string, Upload>> ReadFormAsync(HttpRequest request, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        try
        {
            var form = await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
            foreach (var (name, value) in form)
            {
                values[name] = value.ToString();
            }

            var uploads = new Dictionary<string, Upload>();
            foreach (var file in form.Files)
            {
                using var content = new MemoryStream((int)file.Length);
                await file.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
                uploads[file.Name] = new Upload(FileNames.Repair(file.FileName), file.ContentType, content.ToArray());
            }

            return uploads;
        }
        catch (InvalidDataException)
        {
            throw ApiException.BadRequest("can't read the form");
        }
    }
}
