using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CheckinBot.Storage.Engine;

/// <summary>
/// A SQLite connection that keeps its prepared statements by their text. Microsoft.Data.Sqlite prepares anew for each
/// command object, and Dapper makes one a call: preparing cost more than running the short statements of an update.
/// </summary>
internal sealed class CachingConnection(string connectionString) : SqliteConnection(connectionString)
{
    // Above the number of texts in this program; a text built at run time cannot fill the memory.
    private const int Capacity = 256;

    private readonly Dictionary<string, SqliteCommand> _idle = [];

    protected override DbCommand CreateDbCommand() => new CachedCommand(this);

    private SqliteCommand Rent(string text)
    {
        if (_idle.Remove(text, out var command)) return command;
        command = CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void Return(SqliteCommand command)
    {
        command.Parameters.Clear();
        command.Transaction = null;
        // The same text may have been run again while this one was still being read: keep one of them.
        if (State != ConnectionState.Open || _idle.Count >= Capacity || !_idle.TryAdd(command.CommandText, command)) command.Dispose();
    }

    /// <summary>What Dapper gets: stands for the kept command of its text from the moment the text is set.</summary>
    private sealed class CachedCommand(CachingConnection owner) : DbCommand
    {
        private SqliteCommand? _inner;

        private SqliteCommand Inner => _inner ?? throw new InvalidOperationException("Set the text of the command first.");

        [AllowNull]
        public override string CommandText
        {
            get => _inner?.CommandText ?? "";
            set
            {
                if (_inner is not null) owner.Return(_inner);
                _inner = owner.Rent(value ?? "");
            }
        }

        public override int CommandTimeout { get; set; } = 30;

        public override CommandType CommandType { get; set; } = CommandType.Text;

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get => owner; set => throw new NotSupportedException(); }

        protected override DbParameterCollection DbParameterCollection => Inner.Parameters;

        protected override DbTransaction? DbTransaction { get; set; }

        public override void Cancel() => _inner?.Cancel();

        public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

        public override object? ExecuteScalar() => Ready().ExecuteScalar();

        public override void Prepare() => Ready().Prepare();

        protected override DbParameter CreateDbParameter() => new SqliteParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            if (disposing && _inner is not null) owner.Return(_inner);
            _inner = null;
            base.Dispose(disposing);
        }

        private SqliteCommand Ready()
        {
            Inner.Transaction = (SqliteTransaction?)DbTransaction;
            Inner.CommandTimeout = CommandTimeout;
            return Inner;
        }
    }
}
