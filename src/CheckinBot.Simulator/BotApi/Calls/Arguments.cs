using System.Globalization;
using System.Text.Json;
using CheckinBot.Simulator.Faults;
using CheckinBot.Simulator.Json;

namespace CheckinBot.Simulator.BotApi.Calls;

/// <summary>
/// The arguments of one call, wherever they stood (query, form, JSON). As on the real server each is a text at first;
/// objects and lists are JSON in a text.
/// </summary>
internal sealed class Arguments(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, Upload> uploads)
{
    public string? Text(string name) => values.GetValueOrDefault(name);

    /// <summary>The same with one argument in the place of another.</summary>
    public Arguments Renamed(string from, string to) =>
        new(new Dictionary<string, string>(values) { [to] = values.GetValueOrDefault(from, "") }, uploads);

    public string Required(string name) => values.TryGetValue(name, out var value) && value.Length > 0
        ? value
        : throw ApiException.BadRequest($"{name.Replace('_', ' ')} is empty");

    public long? Number(string name)
    {
        if (!values.TryGetValue(name, out var value) || value.Length == 0)
        {
            return null;
        }

        return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.BadRequest($"can't parse field \"{name}\": it must be an integer");
    }

    public int Int(string name, int fallback = 0) => (int)Math.Clamp(Number(name) ?? fallback, int.MinValue, int.MaxValue);

    public bool Flag(string name) => values.GetValueOrDefault(name) is { } value
        && (value is "1" or "yes" || value.Equals("true", StringComparison.OrdinalIgnoreCase));

    /// <exception cref="ApiException">400 when the value is not JSON of that shape.</exception>
    public T? Json<T>(string name)
        where T : class
    {
        if (!values.TryGetValue(name, out var value) || value.Length == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(value, SnakeCase.Options);
        }
        catch (JsonException)
        {
            throw ApiException.BadRequest($"can't parse {name.Replace('_', ' ')} JSON object");
        }
    }

    /// <summary>The uploaded file of a field: the part that the value names by <c>attach://</c>, or else the part of that name.</summary>
    public Upload? Upload(string name, string? value)
    {
        const string attach = "attach://";
        var part = value?.StartsWith(attach, StringComparison.Ordinal) == true ? value[attach.Length..] : name;
        return uploads.GetValueOrDefault(part);
    }
}

/// <summary>A file part of a multipart body.</summary>
internal sealed record Upload(string FileName, string? ContentType, ReadOnlyMemory<byte> Content);
