using System.Globalization;
using System.Net;
using System.Text;
using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Tables;

/// <summary>
/// Sheets as one HTML file to read on a screen and to print on A4: each begins on a new page, headings are repeated on
/// every page, nothing is loaded from elsewhere, and what people typed is escaped.
/// </summary>
public static class SheetPages
{
    // The fonts of the script come first: without them a browser may draw Chinese characters in their Japanese shapes.
    private const string Style = """
        @page { size: A4 portrait; margin: 10mm 12mm 13mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif } }
        @page wide { size: A4 landscape }
        * { box-sizing: border-box }
        body { margin: 0; color: #111; background: #eef1f4; font: 10.5pt/1.45 sans-serif }
        body:lang(zh-Hans) { font-family: "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif }
        body:lang(zh-Hant) { font-family: "Noto Sans CJK TC", "Noto Sans TC", "Source Han Sans TC", "PingFang TC", "Microsoft JhengHei", sans-serif }
        body:lang(en) { font-family: "Noto Sans", "Helvetica Neue", Arial, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }
        section { background: #fff; max-width: 210mm; margin: 6mm auto; padding: 10mm; break-after: page; overflow-x: auto }
        section.wide { max-width: 297mm; page: wide }
        section:last-of-type { break-after: auto }
        h1 { font-size: 16pt; line-height: 1.25; text-align: center; margin: 0 0 3mm }
        p { margin: 0 0 1mm; overflow-wrap: anywhere; white-space: pre-wrap }
        table { border-collapse: collapse; width: 100%; margin: 2mm 0; table-layout: fixed; line-height: 1.2 }
        thead { display: table-header-group }
        tr { break-inside: avoid }
        th, td { border: 0.3mm solid #6b7782; padding: 0.5mm 1mm; height: 4.7mm; text-align: left; vertical-align: middle; overflow-wrap: anywhere }
        th { background: #e4edf5; text-align: center; font-size: 94%; font-weight: 600; hyphens: auto;
        """ + " print-color-adjust: exact; -webkit-print-color-adjust: exact }\n" + """
        td.c { text-align: center }
        td.n { text-align: right; font-variant-numeric: tabular-nums }
        td.nothing { text-align: center; padding: 6mm }
        tr.total td { font-weight: 600 }
        footer { break-inside: avoid }
        .signatures { display: flex; gap: 8mm; margin-top: 6mm }
        .signatures span { flex: 1; display: flex; align-items: flex-end; gap: 2mm; white-space: nowrap }
        .signatures span::after { content: ""; flex: 1; border-bottom: 0.3mm solid #111 }
        @media print { body { background: none } section { margin: 0; padding: 0; max-width: none; overflow: visible } }
        """;

    /// <summary>The file's text.</summary>
    public static string Write(IReadOnlyList<Sheet> sheets, Language language)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture,
            $"""<!DOCTYPE html><html lang="{language.ToTag()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">""");
        page.Append(CultureInfo.InvariantCulture,
            $"<title>{Encode(sheets.Count > 0 ? sheets[0].Title ?? sheets[0].Name : "")}</title><style>{Style}</style></head><body>\n");
        foreach (var sheet in sheets) Append(page, sheet);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Append(StringBuilder page, Sheet sheet)
    {
        page.Append(sheet.Landscape ? "<section class=\"wide\">" : "<section>");
        if (sheet.Title is { } title) page.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(title)}</h1>");
        foreach (var line in sheet.Head) page.Append(CultureInfo.InvariantCulture, $"<p>{Encode(line)}</p>");
        AppendTable(page, sheet);
        page.Append("<footer>");
        foreach (var line in sheet.Foot) page.Append(CultureInfo.InvariantCulture, $"<p>{Encode(line)}</p>");
        if (sheet.Signatures.Count > 0)
        {
            page.Append("<div class=\"signatures\">");
            foreach (var signature in sheet.Signatures) page.Append(CultureInfo.InvariantCulture, $"<span>{Encode(signature)}</span>");
            page.Append("</div>");
        }

        page.Append("</footer></section>\n");
    }

    private static void AppendTable(StringBuilder page, Sheet sheet)
    {
        var width = sheet.Columns.Sum(column => column.FittingWidth);
        page.Append(CultureInfo.InvariantCulture, $"<table style=\"font-size:{FontSize(sheet.Landscape, width):0.#}pt\"><colgroup>");
        foreach (var column in sheet.Columns) page.Append(CultureInfo.InvariantCulture, $"<col style=\"width:{column.FittingWidth * 100.0 / width:0.##}%\">");
        page.Append("</colgroup><thead>");
        AppendHeadings(page, sheet);
        page.Append("</thead><tbody>\n");
        for (var index = 0; index < sheet.Rows.Count; index++)
        {
            page.Append(sheet.Sums.Contains(index) ? "<tr class=\"total\">" : "<tr>");
            foreach (var (cell, column) in sheet.Rows[index].Zip(sheet.Columns)) AppendCell(page, cell, column);
            page.Append("</tr>\n");
        }

        if (sheet is { Rows.Count: 0, Nothing: { } nothing })
            page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"nothing\" colspan=\"{sheet.Columns.Count}\">{Encode(nothing)}</td></tr>\n");
        page.Append("</tbody></table>");
    }

    // A character is about 0.2 mm wide for each point of size; between its margins A4 is 186 mm wide, or 273 mm in landscape.
    private static double FontSize(bool landscape, int characters) => Math.Clamp((landscape ? 273 : 186) / (0.2 * characters), 6, 8.5);

    private static void AppendHeadings(StringBuilder page, Sheet sheet)
    {
        page.Append("<tr>");
        foreach (var (first, count, group) in sheet.Groups())
        {
            if (group is not null) page.Append(CultureInfo.InvariantCulture, $"<th colspan=\"{count}\">{Encode(group)}</th>");
            else page.Append(CultureInfo.InvariantCulture, $"<th{(sheet.HasGroups ? " rowspan=\"2\"" : "")}>{Encode(sheet.Columns[first].Heading)}</th>");
        }

        page.Append("</tr>");
        if (!sheet.HasGroups) return;
        page.Append("<tr>");
        foreach (var column in sheet.Columns.Where(column => column.Group is not null))
            page.Append(CultureInfo.InvariantCulture, $"<th>{Encode(column.Heading)}</th>");
        page.Append("</tr>");
    }

    private static void AppendCell(StringBuilder page, Cell cell, SheetColumn column)
    {
        var style = column.Centred ? " class=\"c\"" : cell is Cell.Number or Cell.Percent or Cell.Degrees ? " class=\"n\"" : "";
        page.Append(CultureInfo.InvariantCulture, $"<td{style}>{Encode(cell.Printed)}</td>");
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
