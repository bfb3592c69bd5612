using System.Net;
using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Users;
using QRCoder;

namespace CheckinBot.Invitations;

/// <summary>Invitations to print and to cut: a page or more for each unit, a QR code for each person.</summary>
internal static class InvitationSheet
{
    private const string Style = """
        @page { size: A4; margin: 10mm }
        body { font: 9pt/1.35 "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #111; margin: 0 }
        :lang(zh-Hant) { font-family: "Noto Sans", "Noto Sans CJK TC", "PingFang TC", "Microsoft JhengHei", sans-serif }
        section { break-after: page }
        section:last-child { break-after: auto }
        h1 { font-size: 15pt; margin: 0 0 2mm }
        header p { margin: 0 0 4mm }
        .cards { display: grid; grid-template-columns: 1fr 1fr; border-top: 1px dashed #888; border-left: 1px dashed #888 }
        .card { display: flex; gap: 3mm; padding: 4mm; min-height: 40mm; border-right: 1px dashed #888; border-bottom: 1px dashed #888; break-inside: avoid }
        .card svg { width: 32mm; height: 32mm; flex: none }
        .card h2 { font-size: 13pt; margin: 0 }
        .card h2 small { font-size: 9pt; font-weight: normal }
        .card p { margin: 1mm 0 0; overflow-wrap: anywhere }
        .where { font-weight: bold }
        .link { font-size: 7pt; color: #444 }
        """;

    /// <param name="lines">The invitations, unit by unit.</param>
    /// <param name="words">What stands on them.</param>
    /// <param name="output">Where the page is written to.</param>
    public static async Task Write(IEnumerable<InvitationLine> lines, InvitationWords words, TextWriter output)
    {
        await output.WriteLineAsync($"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>CheckinBot</title><style>{Style}</style></head><body>""");
        using var codes = new QRCodeGenerator();
        foreach (var unit in lines.GroupBy(line => line.Unit.Id)) await WriteUnit([.. unit], words, codes, output);
        await output.WriteLineAsync("</body></html>");
    }

    private static async Task WriteUnit(IReadOnlyList<InvitationLine> lines, InvitationWords words, QRCodeGenerator codes, TextWriter output)
    {
        var unit = lines[0].Unit;
        await output.WriteLineAsync(
            $"""
            <section lang="{words.LanguageOf(unit).ToTag()}"><header><h1>{Encode(unit.Path.Replace("/", " / ", StringComparison.Ordinal))}</h1>
            <p>{Encode(words.Heading(unit))}</p></header><div class="cards">
            """);
        foreach (var line in lines)
        {
            var link = words.LinkOf(line);
            var number = line.Person.Number is { } known ? $" <small>{Encode(known)}</small>" : "";
            var told = string.Concat(words.Lines(line).Select(text => $"<p>{Encode(text)}</p>"));
            await output.WriteLineAsync(
                $"""
                <div class="card">{Picture(codes, link)}<div><h2>{Encode(line.Person.Name)}{number}</h2><p class="where">{Encode(words.Where(line))}</p>
                {told}<p class="link">{Encode(words.Otherwise(unit))} {Encode(link)}</p></div></div>
                """);
        }

        await output.WriteLineAsync("</div></section>");
    }

    private static string Picture(QRCodeGenerator codes, string link)
    {
        using var data = codes.CreateQrCode(link, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(data);
        return picture.GetGraphic(1, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
