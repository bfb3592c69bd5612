using System.Runtime.CompilerServices;
using CheckinBot.Tests.Reading;
using CheckinBot.Tests.Reading.Training;

namespace CheckinBot.Benchmarks.Reading;

/// <summary>How well the labelled rows are read, by part, context and language; and the weights of the vote.</summary>
internal static class CorpusFigures
{
    /// <summary>Prints a table a part: the frozen third measures, the others only show what rules were written from.</summary>
    public static int Print()
    {
        foreach (var (name, files) in new[] { ("everyday, by hand", CorpusRow.Hands), ("rows that rules were written from", CorpusRow.Old) })
        {
            foreach (var part in CorpusRow.LoadAll(files).GroupBy(row => row.Part).OrderBy(part => part.Key))
            {
                Console.WriteLine($"{name}, {part.Key}: {CorpusScore.Of(part)}");
                foreach (var group in part.GroupBy(row => row.Context)) Console.WriteLine($"  {group.Key}: {CorpusScore.Of(group)}");
                foreach (var group in part.GroupBy(row => row.Locale)) Console.WriteLine($"  {group.Key}: {CorpusScore.Of(group)}");
            }
        }

        return 0;
    }

    /// <summary>Learns the vote anew and writes its weights over those of the core.</summary>
    public static int Train([CallerFilePath] string here = "")
    {
        var file = Path.Combine(
            Path.GetDirectoryName(here)!, "..", "..", "..", "src", "CheckinBot.Core", "Reading", "Data", "vote.bin");
        File.WriteAllBytes(file, VoteLesson.Weights());
        return 0;
    }
}
