using System.Net;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Texts;
using CheckinBot.Storage.Users;
using QRCoder;

namespace CheckinBot.Invitations;

/// <summary>Invitations to print and cut out: one or more pages for each unit, a QR code for each person.</summary>
internal static class InvitationSheet
{
    private const string Style = """
        @page { size: A4; margin: 10mm }
        body { font: 10pt/1.4 "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; color: #111; margin: 0 }
        section { break-after: page }
        section:last-child { break-after: auto }
        h1 { font-size: 15pt; margin: 0 0 2mm }
        header p { margin: 0 0 4mm }
        .cards { display: grid; grid-template-columns: 1fr 1fr; border-top: 1px dashed #888; border-left: 1px dashed #888 }
        .card { display: flex; gap: 4mm; padding: 4mm; min-height: 36mm; border-right: 1px dashed #888; border-bottom: 1px dashed #888; break-inside: avoid }
        .card svg { width: 34mm; height: 34mm; flex: none }
        .card h2 { font-size: 13pt; margin: 0 }
        .card p { margin: 1mm 0 0; overflow-wrap: anywhere }
        .link { font-size: 7pt; color: #444 }
        """;

    /// <param name="lines">The invitations, unit by unit.</param>
    /// <param name="botUserName">The bot's user name without <c>@</c>.</param>
    /// <param name="languageOf">The language of a unit.</param>
    /// <param name="output">Where the page is written to.</param>
    public static async Task Write(IEnumerable<InvitationLine> lines, string botUserName, Func<Unit, Language> languageOf, TextWriter output)
    {
        await output.WriteLineAsync($"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>CheckinBot</title><style>{Style}</style></head><body>""");
        using var codes = new QRCodeGenerator();
        foreach (var unit in lines.GroupBy(line => line.Unit.Id))
        {
            await WriteUnit([.. unit], botUserName, languageOf(unit.First().Unit), codes, output);
        }

        await output.WriteLineAsync("</body></html>");
    }

    private static async Task WriteUnit(
        IReadOnlyList<InvitationLine> lines, string botUserName, Language language, QRCodeGenerator codes, TextWriter output)
    {
        var say = new Phrases(language);
        var unit = lines[0].Unit;
        var path = unit.Path.Replace("/", " / ", StringComparison.Ordinal);
        await output.WriteAsync($"""<section lang="{language.ToTag()}"><header><h1>{Encode(path)}</h1><p>{Encode(say.InvitationSheetHow)}</p>""");
        await output.WriteLineAsync("""</header><div class="cards">""");
        foreach (var line in lines)
        {
            var link = InvitationCode.Link(botUserName, line.Code);
            var number = line.Person.Number is { } known ? $" <small>{Encode(known)}</small>" : "";
            var whose = line.Person.Role == Role.Student ? say.InvitationForFamily : say.InvitationForStaff;
            await output.WriteLineAsync(
                $"""<div class="card">{Picture(codes, link)}<div><h2>{Encode(line.Person.Name)}{number}</h2><p>{Encode(unit.ShortName)}</p>"""
                + $"""<p>{Encode(whose)}</p><p class="link">{Encode(link)}</p></div></div>""");
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
