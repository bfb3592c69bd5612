using System.ComponentModel;
using System.Diagnostics;
using CheckinBot.Files.Pictures;

namespace CheckinBot.Doctor;

/// <summary>Whether digests can have pictures, and whether a font draws Chinese characters properly. Both are optional: the texts read well alone.</summary>
internal static class PictureCheck
{
    private const string Install = "apt-get install librsvg2-bin fonts-noto-cjk";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static async Task<Finding> Run(CancellationToken cancellationToken)
    {
        if (Rasteriser.ProgramPath is null)
            return Finding.Ok("pictures", $"rsvg-convert is not installed, so digests are sent as text alone; for pictures: {Install}");
        return await ChineseFonts(cancellationToken) switch
        {
            null => Finding.Ok("pictures", "rsvg-convert is there; fonts cannot be listed without fc-list (Debian's fontconfig)"),
            "" => Finding.Fault("pictures", $"rsvg-convert is there, and no font with Chinese characters, so they would be shown as boxes; do: {Install}"),
            _ => Finding.Ok("pictures", "rsvg-convert and fonts with Chinese characters are there"),
        };
    }

    private static async Task<string?> ChineseFonts(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        using var process = new Process { StartInfo = new ProcessStartInfo("fc-list", [":lang=zh-cn", "family"]) { RedirectStandardOutput = true } };
        try
        {
            process.Start();
            var fonts = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0 ? fonts.Trim() : null;
        }
        catch (Exception e) when (e is Win32Exception or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
