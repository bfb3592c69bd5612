using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace CheckinBot.Simulator.Files;

/// <summary>Every file that was sent, by file_id and by path.</summary>
internal sealed class SimFiles
{
    private readonly ConcurrentDictionary<string, SimFile> _byId = new();
    private readonly ConcurrentDictionary<string, SimFile> _byPath = new();
    private int _last;

    public SimFile Add(string folder, string name, string? mimeType, ReadOnlyMemory<byte> content)
    {
        // The name comes from outside: only its last part, and nothing that could leave a folder or break a header.
        var safeName = new string([.. name.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && c is not '"')]);
        var extension = Path.GetExtension(safeName).ToLowerInvariant();
        var isPlain = extension.Length is > 1 and <= 6 && extension.AsSpan(1).IndexOfAnyExceptInRange('0', 'z') < 0;
        var path = $"{folder}/file_{Interlocked.Increment(ref _last)}{(isPlain ? extension : "")}";
        var id = "BQAC" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var (width, height) = PictureSize.Read(content.Span);
        var file = new SimFile(id, path, safeName.Length == 0 ? "file" : safeName, mimeType ?? MimeTypes.Of(extension), content, width, height);
        _byId[id] = file;
        _byPath[path] = file;
        return file;
    }

    public SimFile? ById(string id) => _byId.GetValueOrDefault(id);

    public SimFile? ByPath(string path) => _byPath.GetValueOrDefault(path);
}
