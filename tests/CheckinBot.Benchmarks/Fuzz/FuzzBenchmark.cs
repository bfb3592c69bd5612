using System.Globalization;
using CheckinBot.Tests.Attacks.Fuzz;

namespace CheckinBot.Benchmarks.Fuzz;

/// <summary>Fuzzes the ways in for so many cases or so long (<c>60s</c>), each or one of them, from a seed; or tries one case again (<c>#17</c>).</summary>
internal static class FuzzBenchmark
{
    public static int Run(string[] arguments)
    {
        var amount = arguments.Length > 0 ? arguments[0] : "60s";
        var seed = arguments.Length > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 1;
        var faults = 0;
        foreach (var target in FuzzTargets.All.Where(target => arguments.Length < 2 || arguments[1] == target.Name || arguments[1] == "all"))
        {
            try
            {
                Console.WriteLine(Try(new FuzzRun(target, seed), amount));
            }
            catch (FuzzFault fault)
            {
                faults++;
                Console.WriteLine($"{fault.Message}\n{fault.InnerException}");
            }
        }

        return faults == 0 ? 0 : 1;
    }

    private static string Try(FuzzRun run, string amount) => amount switch
    {
        ['#', .. var number] => run.Again(long.Parse(number, CultureInfo.InvariantCulture)),
        [.. var seconds, 's'] => run.Run(long.MaxValue, TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture))),
        _ => run.Run(long.Parse(amount, NumberStyles.AllowThousands, CultureInfo.InvariantCulture), TimeSpan.MaxValue),
    };
}
