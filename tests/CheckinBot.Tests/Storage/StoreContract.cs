using CheckinBot.Storage.Engine;

namespace CheckinBot.Tests.Storage;

/// <summary>What a store promises, on whichever database: each test has a new one with the small county in it.</summary>
public abstract class StoreContract(TestDatabase database) : IAsyncLifetime
{
    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    protected Database Database => database.Database;

    protected Task Write(Func<DbSession, Task> work) => database.Write(work);

    protected Task<T> Write<T>(Func<DbSession, Task<T>> work) => database.Write(work);

    protected Task<T> Read<T>(Func<DbSession, Task<T>> read) => database.Read(read);

    protected Task Run(string sql) => database.Write(session => session.Execute(sql, null, default));
}
