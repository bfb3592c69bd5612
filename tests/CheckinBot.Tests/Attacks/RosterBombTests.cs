using System.IO.Compression;
using System.Text;
using CheckinBot.Rosters;
using CheckinBot.Tests.Commands;
using CheckinBot.Tests.Rosters;

namespace CheckinBot.Tests.Attacks;

/// <summary>A small file that would fill the memory, and a large one that is no roster, are refused in a line and at once.</summary>
public sealed class RosterBombTests
{
    private const long MostMemory = 600L << 20;

    [Fact]
    public void A_workbook_of_5_MB_that_unpacks_to_500_is_refused()
    {
        var bomb = Workbook(sheet =>
        {
            sheet.Write("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>"u8);
            var zeros = new byte[1 << 20];
            Array.Fill(zeros, (byte)'0');
            for (var megabyte = 0; megabyte < 512; megabyte++) sheet.Write(zeros);
            sheet.Write("</t></is></c></row></sheetData></worksheet>"u8);
        });
        Assert.InRange(bomb.Length, 1, 8 << 20);
        Refused("unpacks to more than 256 MB", bomb);
    }

    [Fact]
    public void A_cell_at_the_far_end_of_each_row_does_not_make_rows_of_sixteen_thousand()
    {
        var wide = Workbook(sheet =>
        {
            sheet.Write("<worksheet><sheetData>"u8);
            for (var row = 1; row <= 20_000; row++) sheet.Write(Encoding.UTF8.GetBytes($"<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"));
            sheet.Write("</sheetData></worksheet>"u8);
        });
        Refused("the file is empty", wide);
    }

    [Fact]
    public void Ranges_that_are_merged_over_and_over_are_refused()
    {
        var merged = Workbook(sheet =>
        {
            sheet.Write("<worksheet><sheetData>"u8);
            for (var row = 1; row <= 50_000; row++) sheet.Write(Encoding.UTF8.GetBytes($"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"));
            sheet.Write("</sheetData><mergeCells>"u8);
            for (var range = 0; range < 5_000; range++) sheet.Write("<mergeCell ref=\"A1:A50000\"/>"u8);
            sheet.Write("</mergeCells></worksheet>"u8);
        });
        Refused("more than 40 million cells", merged);
    }

    [Fact]
    public void A_line_of_commas_alone_is_refused_or_read_within_bounds() =>
        Refused("the file is empty", Encoding.UTF8.GetBytes(new string(',', 30_000_000)));

    [Fact]
    public async Task A_csv_of_200_MB_is_refused_by_the_program_and_nothing_is_stored()
    {
        using var program = new TheProgram();
        var path = Path.Combine(program.Folder, "roster.csv");
        await using (var file = File.CreateText(path))
        {
            await file.WriteAsync("unit,role,name,number\n");
            var rows = string.Concat(Enumerable.Range(0, 10_000).Select(row => $"示范县/第一小学/三年级/1班,student,学生{row},{row}\n"));
            while (file.BaseStream.Position < 200 << 20) await file.WriteAsync(rows);
        }

        var (code, output, error) = await program.Run("import", path);
        Assert.Equal((1, ""), (code, output));
        Assert.Equal("the file has more than 128 MB, which is no roster: split it by school. Nothing was stored.", error);
    }

    private static void Refused(string because, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refused = Assert.Throws<RosterFileException>(() => RosterFile.Parse(bytes));
        Assert.Contains(because, refused.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
    }

    // A good workbook whose only sheet is written anew.
    private static byte[] Workbook(Action<Stream> write)
    {
        using var memory = new MemoryStream();
        memory.Write(RosterFiles.Workbook(["a"]));
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var sheet = archive.Entries.Single(entry => entry.FullName.Contains("worksheets", StringComparison.Ordinal));
            var name = sheet.FullName;
            sheet.Delete();
            using var content = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            write(new Namespaced(content));
        }

        return memory.ToArray();
    }

    private sealed class Namespaced(Stream inner) : MemoryStream
    {
        private static readonly byte[] Plain = "<worksheet>"u8.ToArray();

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (buffer.StartsWith(Plain))
            {
                inner.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"u8);
                buffer = buffer[Plain.Length..];
            }

            inner.Write(buffer);
        }
    }
}
