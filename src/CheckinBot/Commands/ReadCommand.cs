using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading;
using TextReader = CheckinBot.Core.Reading.Chains.TextReader;

namespace CheckinBot.Commands;

/// <summary>Shows how messages are read: one JSON object a line on stdin, one a line on stdout.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var command = new Command(
            "read",
            """Read messages: {"context":…,"text":…} a line on stdin, with "own" and "classmates" (names) if you like, gives the reading a line on stdout.""");
        command.SetAction(async (_, cancellationToken) =>
        {
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            await Run(input, output, cancellationToken);
        });
        return command;
    }

    /// <summary>Reads line by line until the input ends. The output is flushed once no further line is waiting.</summary>
    public static async Task Run(System.IO.TextReader input, TextWriter output, CancellationToken cancellationToken)
    {
        output.NewLine = "\n";
        while (true)
        {
            var next = input.ReadLineAsync(cancellationToken);
            if (!next.IsCompleted)
                await output.FlushAsync(cancellationToken);
            if (await next is not { } line)
                break;
            if (!string.IsNullOrWhiteSpace(line))
                await output.WriteLineAsync(Read(line).AsMemory(), cancellationToken);
        }

        await output.FlushAsync(cancellationToken);
    }

    /// <summary>The answer to one line: a reading, or an object with <c>error</c> where the line cannot be used.</summary>
    public static string Read(string line)
    {
        try
        {
            var request = JsonSerializer.Deserialize(line, ReadJson.Relaxed.ReadRequest);
            if (request is not { Text: { } text, Context: { } context })
                return Error("a line needs both \"context\" and \"text\"");
            if (!Contexts.TryGetValue(context, out var setting))
                return Error($"unknown context \"{context}\": use {string.Join(", ", Contexts.Keys.SkipLast(1))} or {Contexts.Keys.Last()}");
            var own = People(request.Own, from: 1);
            var reading = TextReader.Read(
                text, new ReadingContext { Setting = setting, Own = own, Classmates = People(request.Classmates, from: own.Count + 1) });
            var answer = new ReadAnswer(NameOfKind[reading.Kind], Entries(reading), [.. reading.Suggestions.Select(tenths => tenths / 10m)]);
            return JsonSerializer.Serialize(answer, ReadJson.Relaxed.ReadAnswer);
        }
        catch (JsonException e)
        {
            return Error($"not a JSON object: {e.Message}");
        }
    }

    private static List<KnownName> People(IReadOnlyList<string?>? names, int from) =>
        [.. (names ?? []).Where(name => !string.IsNullOrWhiteSpace(name)).Select((name, i) => new KnownName(from + i, name!))];

    private static string Error(string message) => JsonSerializer.Serialize(new ReadError(message), ReadJson.Relaxed.ReadError);

    private static readonly Dictionary<ReadingKind, string> NameOfKind = new()
    {
        [ReadingKind.Checkin] = "checkin",
        [ReadingKind.CheckinMany] = "checkin-many",
        [ReadingKind.Partial] = "partial",
        [ReadingKind.AskAgain] = "ask-again",
        [ReadingKind.NotCheckin] = "not-checkin",
    };

    /// <summary>Where a message may stand, by the name that a line gives.</summary>
    public static IReadOnlyDictionary<string, ReadingSetting> Contexts { get; } = new Dictionary<string, ReadingSetting>
    {
        ["private-awaiting-temperature"] = ReadingSetting.PrivateAwaitingTemperature,
        ["private-idle"] = ReadingSetting.PrivateIdle,
        ["group"] = ReadingSetting.Group,
        ["group-jielong"] = ReadingSetting.GroupJielong,
    };

    /// <summary>What a message may turn out to be.</summary>
    public static IReadOnlyCollection<string> Kinds => NameOfKind.Values;

    // 两个娃都36.5 is one entry that stands for each of the two.
    private static List<ReadEntry> Entries(TextReading reading)
    {
        var entries = reading.Entries.Select(Entry).ToList();
        return reading is { Kind: ReadingKind.CheckinMany, OwnCount: > 1 } && entries.Count == 1
            ? Enumerable.Repeat(entries[0], reading.OwnCount).ToList()
            : entries;
    }

    private static ReadEntry Entry(ReadingEntry entry) =>
        new(entry.Name, entry.TemperatureTenths / 10m, Travelled(entry.Travel), entry.Place, Told(entry.Symptoms));

    private static string Travelled(Travel travel) => travel switch { Travel.Yes => "yes", Travel.No => "no", _ => "unknown" };

    private static List<string> Told(Symptoms symptoms) =>
        Enum.GetValues<Symptoms>().Where(s => s != Symptoms.None && symptoms.HasFlag(s))
            .Select(s => JsonNamingPolicy.CamelCase.ConvertName(s.ToString())).ToList();
}

internal sealed record ReadRequest(string? Context, string? Text, IReadOnlyList<string?>? Own, IReadOnlyList<string?>? Classmates);

internal sealed record ReadEntry(string? Name, decimal? TemperatureC, string Travel, string? Place, IReadOnlyList<string> Symptoms);

internal sealed record ReadAnswer(string Kind, IReadOnlyList<ReadEntry> Entries, IReadOnlyList<decimal> Suggestions);

internal sealed record ReadError(string Error);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ReadRequest))]
[JsonSerializable(typeof(ReadAnswer))]
[JsonSerializable(typeof(ReadError))]
internal sealed partial class ReadJson : JsonSerializerContext
{
    /// <summary>Names stay readable (王小明, not \u738B…): the output is a terminal or a file, never a web page.</summary>
    public static ReadJson Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
