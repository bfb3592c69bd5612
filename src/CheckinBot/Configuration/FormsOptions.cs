namespace CheckinBot.Configuration;

/// <summary>Where an operator puts templates of forms.</summary>
public sealed record FormsOptions
{
    /// <summary>The folder; it need not be there. A template in it takes the place of a shipped one of the same name.</summary>
    public required string Folder { get; init; }

    internal static FormsOptions Read(ConfigurationReader reader) => new()
    {
        Folder = reader.OptionalText("Forms:Folder", "a folder with templates of forms", text => text.IndexOfAny(Path.GetInvalidPathChars()) < 0)
            ?? Path.Combine(AppContext.BaseDirectory, "forms"),
    };
}
