using CheckinBot.Storage;
using CheckinBot.Storage.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Databases;

/// <summary>Registers the database and its one writer.</summary>
internal static class DatabaseModule
{
    public static void AddDatabase(this IServiceCollection services)
    {
        // Before Quartz opens its own file.
        SqliteLibrary.Configure();
        services.AddSingleton<Database>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<Writer>();
        services.AddHostedService<DatabaseService>();
        services.AddHostedService<DatabaseWatch>();
    }
}
