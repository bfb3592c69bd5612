using System.Diagnostics;
using System.Globalization;

namespace CheckinBot.Benchmarks.Rosters;

/// <summary>The program imports a roster of a hundred thousand rows, into an empty database and then once more.</summary>
internal static class ImportBenchmark
{
    private const int Schools = 50, Grades = 6, ClassesOfGrade = 8, Pupils = 41;

    public static async Task<int> Run(string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("checkinbot-import-").FullName;
        try
        {
            var roster = Path.Combine(folder, "roster.csv");
            await File.WriteAllLinesAsync(roster, Rows());
            string[] storage = arguments.Length == 0
                ? [$"--Storage:ConnectionString=Data Source={Path.Combine(folder, "import.db")}"]
                : ["--Storage:Provider=Postgres", $"--Storage:ConnectionString={arguments[0]}"];
            for (var times = 0; times < 2; times++)
            {
                var watch = Stopwatch.StartNew();
                using var program = Process.Start("dotnet", [Path.Combine(AppContext.BaseDirectory, "CheckinBot.dll"), "import", roster, .. storage]);
                await program.WaitForExitAsync();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from start to end of the program {watch.Elapsed.TotalSeconds:0.0} s"));
                if (program.ExitCode != 0) return program.ExitCode;
            }

            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<string> Rows()
    {
        yield return "unit,role,name,number,locale";
        for (var school = 1; school <= Schools; school++)
        {
            var number = 0;
            for (var room = 0; room < Grades * ClassesOfGrade; room++)
            {
                var unit = $"示范县/第{school}小学/{room / ClassesOfGrade + 1}年级/{room % ClassesOfGrade + 1}班";
                yield return $"{unit},class_teacher,老师{school}-{room},{++number},zh-Hans";
                for (var pupil = 0; pupil < Pupils; pupil++) yield return $"{unit},student,学生{school}-{number + 1},{++number},zh-Hans";
            }
        }
    }
}
