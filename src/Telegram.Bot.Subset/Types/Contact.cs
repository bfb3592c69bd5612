namespace Telegram.Bot.Types;

/// <summary>A telephone number that somebody shares.</summary>
public class Contact
{
    public string PhoneNumber { get; set; } = default!;

    public string FirstName { get; set; } = default!;

    public string? LastName { get; set; }

    /// <summary>Whose number it is; anybody can share anybody's.</summary>
    public long? UserId { get; set; }
}

/// <summary>A point on the map, in degrees.</summary>
public class Location
{
    public double Latitude { get; set; }

    public double Longitude { get; set; }

    /// <summary>Metres.</summary>
    public double? HorizontalAccuracy { get; set; }
}
