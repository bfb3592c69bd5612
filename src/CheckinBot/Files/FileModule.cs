using CheckinBot.Configuration;
using CheckinBot.Files.Forms;
using CheckinBot.Files.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Files;

/// <summary>Registers the files that people order.</summary>
internal static class FileModule
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddSingleton(provider => FormCatalog.Load(provider.GetRequiredService<FormsOptions>()));
        services.AddSingleton<Rasteriser>();
        services.AddSingleton<OwnDataFile>();
        services.AddSingleton<FileMaker>();
        services.AddSingleton<FileSender>();
    }
}
