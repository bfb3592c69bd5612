using System.Buffers.Binary;
using System.IO.Compression;

namespace CheckinBot.Demo.Families;

/// <summary>A picture of filled rectangles that can be written as PNG (RFC 2083), without a graphics library.</summary>
internal sealed class PngPicture
{
    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _rows;

    /// <param name="colour">Background, 0xRRGGBB.</param>
    public PngPicture(int width, int height, int colour)
    {
        _width = width;
        _height = height;
        _rows = new byte[height * Stride];
        Fill(0, 0, width, height, colour);
    }

    /// <summary>Each row begins with its filter, 0 for none.</summary>
    private int Stride => 1 + (_width * 3);

    public void Fill(int left, int top, int width, int height, int colour)
    {
        for (var y = top; y < top + height; y++)
        {
            for (var x = left; x < left + width; x++)
            {
                var at = (y * Stride) + 1 + (x * 3);
                _rows[at] = (byte)(colour >> 16);
                _rows[at + 1] = (byte)(colour >> 8);
                _rows[at + 2] = (byte)colour;
            }
        }
    }

    public byte[] Encode()
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, _width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], _height);
        header[8] = 8;
        header[9] = 2;
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(_rows));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Compress(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zlib.Write(data);
        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(data, Crc(type, uint.MaxValue)));
        file.Write(number);
    }

    private static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }

        return crc;
    }
}
