using System.Data.Common;

namespace CheckinBot.Storage.Engine;

/// <summary>The file is not where it was opened any more. What would be written to it, nobody would ever read.</summary>
public sealed class DatabaseGoneException(string file) : DbException(
    $"{file} was deleted or moved away: put it back where it was, or a copy of it with 'restore', and start again");
