using System.Data.Common;

namespace CheckinBot.Storage.Engine;

/// <summary>The database does not work at present, whatever was asked of it. The cause may be of a kind that names no database.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? cause = null) : DbException(message, cause);
