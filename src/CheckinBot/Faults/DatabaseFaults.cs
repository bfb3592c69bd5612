using System.Net.Sockets;
using CheckinBot.Storage.Engine;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CheckinBot.Faults;

/// <summary>Why a database cannot be used, and what to do about it.</summary>
internal static class DatabaseFaults
{
    /// <summary>What else can be done besides making room where the database is.</summary>
    public const string Elsewhere = "name another file in Storage:ConnectionString";

    // Less than this is no room: a page of the log beside the database takes more.
    private const long NoRoom = 1_000_000;

    // sqlite3.h
    private const int SqlitePermission = 3, SqliteBusy = 5, SqliteLocked = 6, SqliteReadOnly = 8, SqliteIo = 10, SqliteFull = 13, SqliteCannotOpen = 14;

    /// <summary>The line, of whatever was thrown while the database was opened, migrated or written to.</summary>
    public static string Explain(Exception fault, Database database) => database.FilePath is { } file
        ? OfFile(fault, file, Elsewhere, $"{WayBack(file)}, or {Elsewhere}")
        : OfServer(fault, database);

    /// <summary>The line where reading the whole database found damage.</summary>
    /// <param name="database">The database.</param>
    /// <param name="damage">What it says itself.</param>
    public static string Damaged(Database database, string damage) => database.FilePath is { } file
        ? $"{file} is damaged ({damage}): stop the worker and {WayBack(file)}. The damaged file is kept aside."
        : $"{database.Place} is damaged ({damage}): put a copy made by pg_dump back with pg_restore.";

    // By name, where the worker has made a copy by night.
    private static string WayBack(string file) => SqliteBackup.NightlyCopyOf(file) is var copy && File.Exists(copy)
        ? $"put the night's copy back with: CheckinBot restore {copy}"
        : "put a copy back with 'restore'";

    /// <summary>The line for a SQLite file.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="file">The file's full path.</param>
    /// <param name="otherwise">What else can be done besides making room for it there.</param>
    /// <param name="ifDamaged">What to do where the file itself is at fault.</param>
    public static string OfFile(Exception fault, string file, string otherwise, string ifDamaged) => fault switch
    {
        DatabaseGoneException => $"{fault.Message}.",
        SchemaException => fault.Message.Contains(file, StringComparison.Ordinal) ? fault.Message : $"{file}: {fault.Message}",
        IOException full when FaultLine.IsDiskFull(full) => Full(file, otherwise),
        _ => FaultLine.Causes(fault).OfType<SqliteException>().FirstOrDefault()?.SqliteErrorCode switch
        {
            SqliteFull => Full(file, otherwise),
            SqliteIo when Place.RoomFor(file) < NoRoom => Full(file, otherwise),
            SqliteIo => $"{file} cannot be read or written ({fault.Message}): look at the disk, or {otherwise}.",
            SqliteBusy or SqliteLocked => $"{file} is locked by another program: end that one, and try again.",
            null or SqlitePermission or SqliteReadOnly or SqliteCannotOpen => Place.WhyNotWritable(file, otherwise)
                ?? $"{file} cannot be opened ({fault.Message}): look at the owner of the file and of its folder, or {otherwise}.",
            _ => $"{file} cannot be used ({fault.Message}): {ifDamaged}.",
        },
    };

    /// <summary>The line where there is no room left.</summary>
    public static string Full(string file, string otherwise) => $"{file} cannot be written to, since the disk is full: free some space, or {otherwise}.";

    private static string OfServer(Exception fault, Database database)
    {
        var where = char.ToUpperInvariant(database.Place[0]) + database.Place[1..];
        var refused = FaultLine.Causes(fault).OfType<PostgresException>().FirstOrDefault();
        if (fault is SchemaException) return $"{where}: {fault.Message}";
        if (refused is not null) return $"{where}: {refused.MessageText}. {CureOf(refused)}";
        var socket = FaultLine.Causes(fault).OfType<SocketException>().FirstOrDefault();
        return socket?.SocketErrorCode switch
        {
            SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData =>
                $"{where} cannot be reached, since nobody knows a machine of that name: look at Host in Storage:ConnectionString.",
            _ => $"{where} cannot be reached ({(socket ?? fault).Message}): "
                + "look whether the server runs and listens there, at the firewall, and at Storage:ConnectionString.",
        };
    }

    // Classes of errors: https://www.postgresql.org/docs/15/errcodes-appendix.html
    private static string CureOf(PostgresException refused) => refused.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword => "Set the right Username and Password in Storage:ConnectionString.",
        PostgresErrorCodes.InvalidAuthorizationSpecification =>
            "Make that user (createuser), let it in by pg_hba.conf, or name another one in Storage:ConnectionString.",
        PostgresErrorCodes.InvalidCatalogName => "Make it with createdb, or name another one in Storage:ConnectionString.",
        PostgresErrorCodes.InsufficientPrivilege => "Make the user of Storage:ConnectionString the owner of the database (alter database … owner to …).",
        PostgresErrorCodes.TooManyConnections => "Raise max_connections of the server, or end what else is connected.",
        PostgresErrorCodes.DiskFull => "The disk of the server is full: free some space there.",
        PostgresErrorCodes.CannotConnectNow => "The server starts or stops: try again in a moment.",
        _ => "Look at the server's log.",
    };
}
