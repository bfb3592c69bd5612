using System.Net.Http;

namespace CheckinBot.Doctor;

/// <summary>What the worker itself says at <c>/readyz</c>, where one runs: what it cannot do at present, and since when.</summary>
internal static class WorkerCheck
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    public static async IAsyncEnumerable<Finding> Run(string urls, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var address = AddressOf(urls);
        if (await Ask(address, cancellationToken) is not { } said)
        {
            yield return Finding.Ok("worker", $"none answers at {address}");
            yield break;
        }

        var faults = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.EndsWith(": ok", StringComparison.Ordinal)).ToList();
        foreach (var fault in faults) yield return Finding.Fault("worker", fault);
        if (faults.Count == 0) yield return Finding.Ok("worker", $"runs at {address}, and all of it works");
    }

    // Where it listens at every address, it answers here too.
    private static Uri AddressOf(string urls)
    {
        var first = urls.Split(';')[0].Replace("//*", "//127.0.0.1", StringComparison.Ordinal).Replace("//+", "//127.0.0.1", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal).Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal);
        return new Uri(new Uri(first), "/readyz");
    }

    private static async Task<string?> Ask(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var http = new HttpClient { Timeout = Limit };
            using var response = await http.GetAsync(address, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            // Another program may listen there.
            return text.StartsWith("database: ", StringComparison.Ordinal) ? text : null;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
