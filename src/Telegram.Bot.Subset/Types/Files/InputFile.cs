namespace Telegram.Bot.Types;

/// <summary>A file to send: new content, one that Telegram already has, or one that Telegram is to fetch.</summary>
[JsonConverter(typeof(InputFileConverter))]
public abstract class InputFile
{
    public abstract FileType FileType { get; }

    /// <summary>An absolute http(s) address, or else a file id.</summary>
    public static InputFile FromString(string urlOrFileId) =>
        Uri.TryCreate(urlOrFileId, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? new InputFileUrl(url)
            : new InputFileId(urlOrFileId);

    public static InputFileStream FromStream(Stream stream, string? fileName = default) => new(stream, fileName);

    public static InputFileUrl FromUri(Uri url) => new(url);

    public static InputFileUrl FromUri(string url) => new(url);

    public static InputFileId FromFileId(string fileId) => new(fileId);

    public static implicit operator InputFile(Stream stream) => FromStream(stream);

    [return: NotNullIfNotNull(nameof(urlOrFileId))]
    public static implicit operator InputFile?(string? urlOrFileId) => urlOrFileId is null ? null : FromString(urlOrFileId);

    public static implicit operator InputFile(FileBase file) => FromFileId(file.FileId);
}

/// <summary>New content: photos up to 10 MB, other files up to 50 MB. The stream stays the caller's to close.</summary>
[JsonConverter(typeof(InputFileConverter))]
public class InputFileStream : InputFile
{
    public InputFileStream()
    {
    }

    /// <summary>Content with a name; the name of a <see cref="FileStream"/>'s file where none is given.</summary>
    [SetsRequiredMembers]
    public InputFileStream(Stream content, string? fileName = default) =>
        (Content, FileName) = (content, fileName ?? (content is FileStream file ? Path.GetFileName(file.Name) : null));

    public override FileType FileType => FileType.Stream;

    public required Stream Content { get; set; }

    public string? FileName { get; }

    public static implicit operator InputFileStream(Stream stream) => new(stream);
}

/// <summary>A file that Telegram already has.</summary>
[JsonConverter(typeof(InputFileConverter))]
public class InputFileId : InputFile
{
    public InputFileId()
    {
    }

    [SetsRequiredMembers]
    public InputFileId(string id) => Id = id;

    public override FileType FileType => FileType.Id;

    public required string Id { get; set; }
}

/// <summary>A file that Telegram is to fetch.</summary>
[JsonConverter(typeof(InputFileConverter))]
public class InputFileUrl : InputFile
{
    public InputFileUrl()
    {
    }

    [SetsRequiredMembers]
    public InputFileUrl(string url) => Url = new Uri(url);

    [SetsRequiredMembers]
    public InputFileUrl(Uri uri) => Url = uri;

    public override FileType FileType => FileType.Url;

    public required Uri Url { get; set; }
}
