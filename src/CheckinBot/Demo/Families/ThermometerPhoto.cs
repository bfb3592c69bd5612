namespace CheckinBot.Demo.Families;

/// <summary>The picture of a digital thermometer, as families send it instead of the number.</summary>
internal static class ThermometerPhoto
{
    private const int Width = 480;
    private const int Height = 320;
    private const int Cloth = 0xE9D8C9;
    private const int Shadow = 0xD3BFAE;
    private const int Body = 0xF7F9FA;
    private const int Edge = 0x3E8FB0;
    private const int Glass = 0xB9C8B4;
    private const int Ink = 0x1F2A22;

    /// <summary>Segments of each digit, a to g from bit 0.</summary>
    private static readonly byte[] Segments = [0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07, 0x7F, 0x6F];

    /// <param name="tenths">What the display shows, in tenths of a degree Celsius; three digits.</param>
    public static byte[] Png(int tenths)
    {
        var picture = new PngPicture(Width, Height, Cloth);
        picture.Fill(46, 96, 400, 150, Shadow);
        picture.Fill(40, 86, 400, 150, Edge);
        picture.Fill(46, 92, 388, 138, Body);
        picture.Fill(0, 150, 40, 22, Body);
        picture.Fill(130, 106, 220, 110, Glass);
        Digit(picture, 150, tenths / 100);
        Digit(picture, 210, tenths / 10 % 10);
        picture.Fill(262, 196, 10, 10, Ink);
        Digit(picture, 284, tenths % 10);
        picture.Fill(380, 140, 36, 44, Edge);
        return picture.Encode();
    }

    private static void Digit(PngPicture picture, int x, int digit)
    {
        const int Y = 116;
        const int Long = 44;
        const int Thick = 8;
        (int X, int Y, int W, int H)[] places =
        [
            (4, 0, Long - 8, Thick), (Long - Thick, 4, Thick, Long - 6), (Long - Thick, Long + 4, Thick, Long - 6), (4, 82, Long - 8, Thick),
            (0, Long + 4, Thick, Long - 6), (0, 4, Thick, Long - 6), (4, 41, Long - 8, Thick),
        ];
        for (var segment = 0; segment < places.Length; segment++)
        {
            if ((Segments[digit] >> segment & 1) == 0) continue;
            var place = places[segment];
            picture.Fill(x + place.X, Y + place.Y, place.W, place.H, Ink);
        }
    }
}
