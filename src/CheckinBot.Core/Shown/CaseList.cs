using CheckinBot.Core.Buttons;
using CheckinBot.Core.Cases;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>The open cases of a unit, in the order of the tree.</summary>
public sealed record CaseList
{
    private const int MostShown = 25;
    private readonly IReadOnlyList<FollowedCase> _cases;
    private readonly DateTimeOffset _now;

    /// <summary>A unit's cases, as they stand now.</summary>
    public CaseList(Unit unit, IEnumerable<FollowedCase> cases, DateTimeOffset now)
    {
        (Unit, _now) = (unit, now);
        _cases = [.. cases.OrderBy(one => one.Unit.Path, UnitPathOrder.Instance).ThenBy(one => one.Person.Number?.Length)
            .ThenBy(one => one.Person.Number, StringComparer.Ordinal)];
    }

    /// <summary>Which of the unit's cases these are.</summary>
    public CaseFilter Only { get; init; }

    /// <summary>The unit at the top.</summary>
    public Unit Unit { get; }

    /// <summary>The cases that one message has room for.</summary>
    public IEnumerable<FollowedCase> Shown => _cases.Take(MostShown);

    /// <summary>The message, plain.</summary>
    public string Text(Language language)
    {
        var phrases = new Phrases(language);
        if (_cases.Count == 0) return phrases.NoCases(Unit.ShortName, Only);
        var lines = new List<string> { phrases.CasesHeading(Unit.ShortName, _cases.Count, Only) };
        foreach (var one in Shown)
        {
            lines.Add(phrases.CaseLine(one.Person.Name, UnitNames.Below(Unit.Path, one.Unit.Path) ?? one.Unit.ShortName, one.Since));
            lines.AddRange(one.Files.Select(file => phrases.CaseStanding(file.Matter, file.State, file.IsOverdue(_now))));
            lines.AddRange(one.Answers.Select(answer => phrases.CaseDay(answer.Day, answer.Slot, AnswerLines.Facts(phrases, answer.Answer))));
            lines.AddRange(one.Monitored.Select(monitored => phrases.CaseMonitored(monitored)));
            lines.AddRange(one.Firings.Select(firing => phrases.CaseRule(firing.Kind, firing.AcknowledgedName)));
        }

        if (_cases.Count > MostShown) lines.Add(phrases.CasesMore(_cases.Count - MostShown));
        return string.Join('\n', lines);
    }

    /// <summary>For whoever may follow them: a button for each case. For whoever may end it: one for each person shown who is monitored.</summary>
    public Keyboard Keyboard(Language language, bool mayFollow, bool mayEnd)
    {
        var phrases = new Phrases(language);
        var cases = mayFollow ? Shown.SelectMany(one => one.Files).Select(CasePage.OpenButton) : [];
        var monitored = mayEnd ? Shown.Where(one => one.Monitored.Count > 0) : [];
        var others = mayFollow && (Only != CaseFilter.All || cases.Any()) ? Enum.GetValues<CaseFilter>().Where(filter => filter != Only) : [];
        var filters = Buttons.Keyboard.Row([.. others.Select(filter => new Button(
            phrases.CaseFilterButton(filter), ButtonData.Standing(Verbs.CaseList, ButtonData.Number(Unit.Id), ButtonData.Number((int)filter))))]);
        return Buttons.Keyboard.Grid(2, cases).Then(filters).Then(Buttons.Keyboard.Column([.. monitored.Select(one => new Button(
            phrases.EndMonitoringButton(one.Person.Name), ButtonData.Standing(Verbs.EndMonitored, ButtonData.Number(one.Person.Id))))]));
    }
}
