namespace CheckinBot.Benchmarks.PowerLoss;

/// <summary>
/// Files as they are on the disk: what was synced, and what was written since and may or may not have arrived. The shared memory of SQLite's log
/// is no file of the disk's, and is made anew.
/// </summary>
internal sealed class Disk(string image)
{
    private readonly Dictionary<string, List<DiskEvent>> _pending = [];

    /// <summary>Takes an event.</summary>
    public void Take(DiskEvent one)
    {
        if (one.Path.EndsWith("-shm", StringComparison.Ordinal)) return;
        if (one is not DiskEvent.Synced)
        {
            if (!_pending.TryGetValue(one.Path, out var waiting)) _pending[one.Path] = waiting = [];
            waiting.Add(one);
            return;
        }

        if (_pending.Remove(one.Path, out var synced)) synced.ForEach(written => Apply(written, image));
    }

    /// <summary>Copies what is left of it after the power went: what was synced, and of the rest nothing or what chance chooses.</summary>
    public void CopyTo(string folder, Random? chance)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(image)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        if (chance is null) return;
        foreach (var one in _pending.Values.SelectMany(waiting => waiting).Where(_ => chance.Next(2) == 0)) Apply(one, folder);
    }

    private static void Apply(DiskEvent one, string folder)
    {
        var path = Path.Combine(folder, Path.GetFileName(one.Path));
        if (one is DiskEvent.Removed)
        {
            File.Delete(path);
            return;
        }

        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        if (one is DiskEvent.Cut(_, _, var length)) file.SetLength(length);
        if (one is not DiskEvent.Written(_, _, var offset, var bytes)) return;
        file.Position = offset;
        file.Write(bytes);
    }
}
