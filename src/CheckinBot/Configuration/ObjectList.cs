using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Configuration;

/// <summary>A list of objects of the configuration as one value, the form in which a unit sets it: JSON as in the settings file.</summary>
internal static class ObjectList
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The keys and values that the one value stands for; none for <c>none</c>.</summary>
    /// <exception cref="BadConfigurationException">It is no list of objects.</exception>
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(string key, string text)
    {
        if (text.Equals(ConfigurationReader.Nothing, StringComparison.OrdinalIgnoreCase)) return [];
        try
        {
            using var json = JsonDocument.Parse(text);
            if (json.RootElement.ValueKind == JsonValueKind.Array && json.RootElement.EnumerateArray().All(one => one.ValueKind == JsonValueKind.Object))
            {
                using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{{\"list\":{text}}}"));
                return
                [
                    .. new ConfigurationBuilder().AddJsonStream(stream).Build().AsEnumerable()
                        .Where(pair => pair.Value is not null)
                        .Select(pair => KeyValuePair.Create(key + pair.Key["list".Length..], pair.Value)),
                ];
            }
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            // The fault is reported below, like that of JSON that is no list.
        }

        throw BadConfigurationException.NotAllowed(key, text, new(phrases => phrases.AllowedObjects));
    }

    /// <summary>The list of a section as one value.</summary>
    public static string Write(IConfigurationSection section)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable)) Write(json, section, isList: true);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, IConfigurationSection section, bool isList)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
        {
            json.WriteStringValue(section.Value);
            return;
        }

        if (isList) json.WriteStartArray();
        else json.WriteStartObject();
        foreach (var child in children)
        {
            if (!isList) json.WritePropertyName(child.Key);
            Write(json, child, isList: child.GetChildren().Any(grandchild => int.TryParse(grandchild.Key, out _)));
        }

        if (isList) json.WriteEndArray();
        else json.WriteEndObject();
    }
}
