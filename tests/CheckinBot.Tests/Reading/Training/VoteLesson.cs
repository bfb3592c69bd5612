namespace CheckinBot.Tests.Reading.Training;

/// <summary>What the vote is trained on: the training rows, and some messages that are made up; more of these made it worse on the development rows.</summary>
internal static class VoteLesson
{
    private const int MadeUp = 3000, Seed = 12;

    public static byte[] Weights() => VoteTrainer.Train(Examples());

    private static List<VoteTrainer.Example> Examples() =>
    [
        .. CorpusRow.LoadAll([.. CorpusRow.Old, .. CorpusRow.Hands])
            .Where(row => row.Part == CorpusPart.Training && row.Context != "group-jielong")
            .Select(row => new VoteTrainer.Example(row.Text, row.ReadingContext, row.Kind is "checkin" or "checkin-many")),
        .. MadeUpMessages.Make(MadeUp, Seed),
    ];
}
