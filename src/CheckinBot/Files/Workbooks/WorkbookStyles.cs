using CheckinBot.Core.Organisation;
using DocumentFormat.OpenXml.Spreadsheet;
using Cell = CheckinBot.Core.Tables.Cell;

namespace CheckinBot.Files.Workbooks;

/// <summary>What a cell looks like, as an index into the workbook's table of formats.</summary>
internal static class WorkbookStyles
{
    private const uint FirstFormat = 164;

    private static readonly string?[] NumberFormats =
        [null, "0", "0.0", "0%", "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm", "yyyy\\-mm\\-dd\\ hh:mm:ss", "+0;\\-0;0"];

    public const uint Title = 0, Line = 1, Heading = 2, Note = 3, Signature = 4;
    private const uint FirstValue = 5;
    private const uint Variants = 8;

    /// <summary>The format of a value.</summary>
    /// <param name="cell">The value.</param>
    /// <param name="ruled">With lines around it.</param>
    /// <param name="centred">In the middle of its column.</param>
    /// <param name="bold">Part of a sum.</param>
    public static uint Of(Cell cell, bool ruled, bool centred, bool bold)
    {
        uint kind = cell switch
        {
            Cell.Number => 1,
            Cell.Degrees => 2,
            Cell.Percent => 3,
            Cell.Day => 4,
            Cell.Moment => 5,
            Cell.Instant => 6,
            Cell.Difference => 7,
            Cell.Text text when LooksLikeFormula(text.Value) => 8,
            _ => 0,
        };
        return FirstValue + (kind * Variants) + (ruled ? 1u : 0) + (centred ? 2u : 0) + (bold ? 4u : 0);
    }

    /// <summary>The table of formats.</summary>
    public static Stylesheet Table(Language language)
    {
        var formats = new List<CellFormat>
        {
            Format(font: 2, horizontal: HorizontalAlignmentValues.Center),
            Format(font: 0, wrap: true),
            Format(font: 1, fill: 2, border: 1, horizontal: HorizontalAlignmentValues.Center, wrap: true),
            Format(font: 0, border: 1, horizontal: HorizontalAlignmentValues.Center, wrap: true),
            Format(font: 0),
        };
        for (uint kind = 0; kind <= NumberFormats.Length; kind++)
        {
            for (uint variant = 0; variant < Variants; variant++) formats.Add(Value(kind, variant));
        }

        return new Stylesheet(
            new NumberingFormats(NumberFormats.Select((code, index) => (code, index)).Where(one => one.code is not null)
                .Select(one => new NumberingFormat { NumberFormatId = FirstFormat + (uint)one.index, FormatCode = one.code })),
            new Fonts(Font(language, 11, bold: false), Font(language, 11, bold: true), Font(language, 16, bold: true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE4EDF5" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(), Thin()),
            new CellFormats(formats));
    }

    // A spreadsheet that lets somebody edit such a cell must go on taking it for text: that is what quotePrefix says.
    private static bool LooksLikeFormula(string text) => FormulaGuard.Guard(text).Length != text.Length;

    private static CellFormat Value(uint kind, uint variant)
    {
        var isText = kind == 0 || kind == NumberFormats.Length;
        HorizontalAlignmentValues? horizontal = (variant & 2) != 0 ? HorizontalAlignmentValues.Center : null;
        var format = Format((variant & 4) != 0 ? 1u : 0, border: variant & 1, horizontal: horizontal, wrap: isText);
        if (isText && horizontal is null) (format.Alignment!.Horizontal, format.Alignment.Indent) = (HorizontalAlignmentValues.Left, 1);
        if (kind == NumberFormats.Length) format.QuotePrefix = true;
        else if (kind > 0) (format.NumberFormatId, format.ApplyNumberFormat) = (FirstFormat + kind, true);
        return format;
    }

    private static CellFormat Format(
        uint font, uint fill = 0, uint border = 0, HorizontalAlignmentValues? horizontal = null, bool wrap = false)
    {
        var alignment = new Alignment { Vertical = VerticalAlignmentValues.Center };
        if (horizontal is { } side) alignment.Horizontal = side;
        if (wrap) alignment.WrapText = true;
        return new CellFormat(alignment)
        {
            FontId = font,
            ApplyFont = true,
            FillId = fill,
            ApplyFill = fill != 0,
            BorderId = border,
            ApplyBorder = border != 0,
            ApplyAlignment = true,
        };
    }

    private static Font Font(Language language, double size, bool bold)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        font.Append(new FontName
        {
            Val = language switch { Language.ZhHans => "Microsoft YaHei", Language.ZhHant => "Microsoft JhengHei", _ => "Calibri" },
        });
        return font;
    }

    private static Border Thin()
    {
        static Color Grey() => new() { Rgb = "FF9AA5B1" };
        return new Border(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
            new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Grey()) { Style = BorderStyleValues.Thin });
    }
}
