using CheckinBot.Core.Digests;
using CheckinBot.Digests;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Demo;

/// <summary>The county's digest at this moment, as officials get it.</summary>
internal static class CountyNumbers
{
    public static async Task<DigestTree> Count(DemoSession session, DateOnly day, CancellationToken cancellationToken)
    {
        var services = session.Host!.Services;
        await using var reading = await services.GetRequiredService<Database>().OpenRead(cancellationToken);
        var county = await new UnitStore(reading).FindByPath(session.County.Path, cancellationToken);
        return await services.GetRequiredService<DigestReader>().Read(reading, county!, day, null, cancellationToken);
    }

    /// <summary>In a few words for the console.</summary>
    public static async Task<string> Describe(DemoSession session, DateOnly day, CancellationToken cancellationToken)
    {
        var tree = await Count(session, day, cancellationToken);
        var numbers = tree.Totals.Values.MaxBy(totals => totals.Expected);
        return $"{numbers.Reported} of {numbers.Expected} reported, {numbers.Missing} missing, {numbers.Exempt} excused, {numbers.Fever} with fever";
    }
}
