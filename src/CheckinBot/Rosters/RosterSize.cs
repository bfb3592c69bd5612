using System.IO.Compression;

namespace CheckinBot.Rosters;

/// <summary>
/// How much of a roster file is taken into memory: a small workbook may unpack to any size, and one cell at the far end of a
/// row makes a row of sixteen thousand.
/// </summary>
internal sealed class RosterSize
{
    // A province of a million people has 80 MB as text, a county of 200,000 a workbook that unpacks to 70 MB.
    private const long MostBytes = 128L << 20;
    private const long MostUnpacked = 256L << 20;
    private const int MostColumns = 100;
    private const int MostCells = 40_000_000;

    private long _cells;

    /// <summary>Refuses a file of so many bytes where it is too large.</summary>
    /// <exception cref="RosterFileException">It is no roster.</exception>
    public static void CheckFile(long bytes)
    {
        if (bytes > MostBytes) throw TooLarge("the file has more than 128 MB");
    }

    /// <summary>Refuses a workbook that unpacks to too much. It is unpacked to find out, since the archive may say what it likes.</summary>
    /// <exception cref="RosterFileException">It is no roster.</exception>
    public static void CheckUnpacked(byte[] workbook)
    {
        var left = MostUnpacked;
        var buffer = new byte[64 << 10];
        try
        {
            using var archive = new ZipArchive(new MemoryStream(workbook, writable: false));
            foreach (var entry in archive.Entries)
            {
                using var part = entry.Open();
                for (var read = 0; (read = part.Read(buffer)) > 0;)
                {
                    if ((left -= read) < 0) throw TooLarge("the workbook unpacks to more than 256 MB");
                }
            }
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException)
        {
            // Damaged, or no archive at all: whoever reads it says so.
        }
    }

    /// <summary>How many of the columns of a row are read.</summary>
    /// <exception cref="RosterFileException">The rows have too many cells by now.</exception>
    public int Columns(int there) => Taken(Math.Min(there, MostColumns));

    /// <summary>How many rows are filled with what is merged above them: all, as long as there is room.</summary>
    /// <exception cref="RosterFileException">The sheets have too many cells by now.</exception>
    public int Merged(int rows) => Taken(rows);

    private int Taken(int cells) => (_cells += cells) <= MostCells ? cells : throw TooLarge("there are more than 40 million cells");

    private static RosterFileException TooLarge(string what) => new($"{what}, which is no roster: split it by school");
}
