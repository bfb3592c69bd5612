using CheckinBot.Core.CheckIns;

namespace CheckinBot.Core.Rules;

/// <summary>The names of diseases in data files and the configuration: those of the members, such as <c>HandFootMouth</c>.</summary>
public static class DiseaseName
{
    /// <summary>Each disease by itself.</summary>
    public static IReadOnlyList<Diseases> All { get; } = [.. Enum.GetValues<Diseases>().Where(one => one != Diseases.None)];

    /// <summary>The disease with that name; null where there is none.</summary>
    public static Diseases? Parse(string name) =>
        All.Where(one => one.ToString().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Select(one => (Diseases?)one).FirstOrDefault();
}
