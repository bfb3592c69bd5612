using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Reading.Data;
using CheckinBot.Core.Script;

namespace CheckinBot.Core.Reading.Claims;

/// <summary>What a word of the list does in a diagnosis.</summary>
internal enum DiagnosisWord
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Names a disease.</summary>
    Disease,

    /// <summary>A test that was positive.</summary>
    Positive,

    /// <summary>Says that somebody has it.</summary>
    Told,

    /// <summary>Says that somebody may have it.</summary>
    Suspected,

    /// <summary>Says that it is not the named one.</summary>
    Denied,

    /// <summary>Says that what was told before was wrong.</summary>
    Misdiagnosed,

    /// <summary>Asks whether it is.</summary>
    Asked,
}

/// <summary>The words of a diagnosis, from <c>Reading/Data/diagnoses.txt</c>, apart from the other lists: here a clause must be explained whole.</summary>
internal static class DiagnosisWords
{
    private static readonly Dictionary<string, (DiagnosisWord Kind, Diseases Disease)> Words = Load();
    private static readonly Dictionary<string,
    (DiagnosisWord Kind, Diseases Disease)>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = Words.Keys.Max(word => word.Length);
    private static readonly System.Buffers.SearchValues<string> Naming = System.Buffers.SearchValues.Create(
        [.. Words.Where(word => word.Value.Kind is DiagnosisWord.Disease or DiagnosisWord.Positive).Select(word => word.Key)], StringComparison.Ordinal);

    private static readonly System.Buffers.SearchValues<string> Retracting = System.Buffers.SearchValues.Create(
        [.. Words.Where(word => word.Value.Kind is DiagnosisWord.Misdiagnosed).Select(word => word.Key)], StringComparison.Ordinal);

    /// <summary>Whether a normalised text names a disease, or a positive test, at all.</summary>
    public static bool Names(string text) => text.AsSpan().ContainsAny(Naming);

    /// <summary>Whether a text as typed may take a diagnosis back.</summary>
    public static bool MayDeny(string typed) =>
        NormalisedText.From(typed).Text is var text && Terms.In(text, Term.DoubtsDiagnosis) && (Names(text) || text.AsSpan().ContainsAny(Retracting));

    /// <summary>The longest word that begins at a place; its length is 0 where none does.</summary>
    public static (int Length, DiagnosisWord Kind, Diseases Disease) At(ReadOnlySpan<char> text)
    {
        for (var length = Math.Min(Longest, text.Length); length > 0; length--)
        {
            if (length < text.Length && Lexicon.IsLatin(text[length - 1]) && Lexicon.IsLatin(text[length])) continue;
            if (Lookup.TryGetValue(text[..length], out var word)) return (length, word.Kind, word.Disease);
        }

        return default;
    }

    private static Dictionary<string, (DiagnosisWord, Diseases)> Load()
    {
        var words = new Dictionary<string, (DiagnosisWord, Diseases)>(StringComparer.Ordinal);
        foreach (var (heading, _, word) in DataFile.Sections("diagnoses.txt"))
        {
            var kind = Enum.TryParse<DiagnosisWord>(heading, out var listed) ? listed : DiagnosisWord.Disease;
            words[NormalisedText.Word(word).Replace('_', ' ')] = (kind, kind == DiagnosisWord.Disease ? Enum.Parse<Diseases>(heading) : Diseases.None);
        }

        return words;
    }
}
