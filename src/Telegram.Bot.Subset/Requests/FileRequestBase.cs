using System.Text;

namespace Telegram.Bot.Requests;

/// <summary>A call that may carry new files: with them its body is multipart/form-data, without them JSON like any other.</summary>
public abstract class FileRequestBase<TResponse>(string methodName) : RequestBase<TResponse>(methodName)
{
    public override HttpContent? ToHttpContent()
    {
        var (utf8, files) = InputFileConverter.Collect(Serialize);
        return files.Count == 0 ? JsonBody(utf8) : MultipartBody(utf8, files);
    }

    private static MultipartFormDataContent MultipartBody(byte[] utf8, List<InputFileStream> files)
    {
        var body = new MultipartFormDataContent();
        using var parameters = JsonDocument.Parse(utf8);
        foreach (var parameter in parameters.RootElement.EnumerateObject())
        {
            var value = parameter.Value.ValueKind == JsonValueKind.String ? parameter.Value.GetString()! : parameter.Value.GetRawText();
            body.Add(new StringContent(value), $"\"{parameter.Name}\"");
        }

        for (var number = 0; number < files.Count; number++)
            body.Add(FilePart(number, files[number]));
        return body;
    }

    private static StreamContent FilePart(int number, InputFileStream file)
    {
        var part = new StreamContent(new BorrowedStream(file.Content));
        var disposition = $"form-data; name=\"{number.ToString(CultureInfo.InvariantCulture)}\"; filename=\"{Escape(file.FileName ?? "file")}\"";
        part.Headers.TryAddWithoutValidation("Content-Type", "application/octet-stream");
        // Header text is written as Latin-1, byte for byte, so this puts the name on the wire as UTF-8.
        part.Headers.TryAddWithoutValidation("Content-Disposition", Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(disposition)));
        return part;
    }

    // As HTML forms do (WHATWG "multipart/form-data encoding"): a file name cannot end the header or its quotes.
    private static string Escape(string fileName) =>
        fileName.Replace("\"", "%22", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
