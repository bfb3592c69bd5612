using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace CheckinBot.Files.Pictures;

/// <summary>
/// Turns SVG into PNG by <c>rsvg-convert</c> (Debian's librsvg2-bin), an optional program: where it is missing, fails or
/// takes too long, there is no picture, and the text alone is sent.
/// </summary>
internal sealed partial class Rasteriser(ILogger<Rasteriser> logger)
{
    private const string Program = "rsvg-convert";
    private const int MostBytes = 10 << 20;

    // A picture takes some 50 ms. Where it takes much longer, the text alone is better than the wait.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>The program's full path; null where it is not installed.</summary>
    public static string? ProgramPath => Found.Value;

    /// <summary>The picture as PNG; null where it could not be made.</summary>
    public async Task<byte[]?> Png(string svg, CancellationToken cancellationToken)
    {
        if (ProgramPath is not { } program) return null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await Run(program, svg, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Failed(logger, "took too long");
            return null;
        }
        catch (Exception e) when (e is Win32Exception or IOException or InvalidOperationException)
        {
            Failed(logger, e.GetType().Name);
            return null;
        }
    }

    private async Task<byte[]?> Run(string program, string svg, CancellationToken cancellationToken)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, ["--format", "png"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            },
        };
        process.Start();
        try
        {
            // All pipes are served at once: a full one that nobody empties would stop the program.
            var reading = ReadAll(process.StandardOutput.BaseStream, cancellationToken);
            var complaining = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(svg), cancellationToken);
            process.StandardInput.Close();
            var png = await reading;
            await complaining;
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode == 0 && png.Length > 0) return png;
            Failed(logger, $"exit code {process.ExitCode}");
            return null;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task<byte[]> ReadAll(Stream stream, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[64 << 10];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (memory.Length + read > MostBytes) throw new IOException("The picture is too large to send.");
            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, Program), Path.Combine(folder, Program + ".exe") })
        .FirstOrDefault(File.Exists);

    [LoggerMessage(LogLevel.Warning, "rsvg-convert made no picture ({Reason}); the text alone is sent")]
    private static partial void Failed(ILogger logger, string reason);
}
