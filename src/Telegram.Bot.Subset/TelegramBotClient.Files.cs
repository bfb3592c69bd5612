using System.Net;

namespace Telegram.Bot;

/// <content>Fetching files.</content>
public partial class TelegramBotClient
{
    public Task DownloadFile(TGFile file, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        return DownloadFile(file.FilePath!, destination, cancellationToken);
    }

    public async Task DownloadFile(string filePath, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(filePath);
        ArgumentNullException.ThrowIfNull(destination);
        using var linked = Link(ref cancellationToken);
        var address = new Uri($"{options.BaseFileUrl}/{filePath}");
        try
        {
            using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                var refusal = ApiAnswer.Refusal("file", response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken));
                throw new ApiRequestException(Redact(refusal.Description!), refusal.ErrorCode, refusal.Parameters);
            }

            await response.Content.CopyToAsync(destination, cancellationToken);
        }
        catch (Exception exception) when (exception is not RequestException
            && (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
        {
            throw Unreachable("file", exception);
        }
    }
}
