namespace CheckinBot.Simulator.Files;

/// <summary>A file that somebody sent.</summary>
/// <param name="Id">The Bot API's file_id.</param>
/// <param name="Path">The Bot API's file_path, without a leading slash.</param>
/// <param name="Width">Pixels, of a picture; 0 otherwise.</param>
/// <param name="Height">Pixels, of a picture; 0 otherwise.</param>
public sealed record SimFile(string Id, string Path, string Name, string MimeType, ReadOnlyMemory<byte> Content, int Width, int Height);
