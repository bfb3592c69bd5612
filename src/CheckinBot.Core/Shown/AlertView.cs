using CheckinBot.Core.Buttons;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Rules;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>
/// A firing as one reader sees it: what has happened, who it is where the reader may know, which rule and document apply, until
/// when to report, and who has taken it on.
/// </summary>
/// <param name="Rule">The rule.</param>
/// <param name="Firing">What has fired.</param>
/// <param name="Unit">The class, or the school.</param>
/// <param name="Zone">The unit's time zone.</param>
public sealed record AlertView(AlertRule Rule, Firing Firing, Unit Unit, TimeZoneInfo Zone)
{
    private const int MostNames = 30;

    /// <summary>The pupils' names; null for a reader who may know only how many.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>The unit that was told last because nobody below took it on; null where it has not gone up.</summary>
    public string? WentUpTo { get; init; }

    /// <summary>The number of minutes after which it goes up unless somebody takes it on.</summary>
    public int Minutes { get; init; }

    /// <summary>The reader may take it on.</summary>
    public bool MayTake { get; init; }

    /// <summary>The message, plain.</summary>
    public string Text(Language language)
    {
        var phrases = new Phrases(language);
        var lines = new List<string?>
        {
            phrases.AlertHeading(Rule.Kind, Place(phrases)),
            Who(phrases),
            phrases.AlertRule(Rule),
            phrases.AlertSource(Rule.Source),
            Deadline(phrases),
            Firing.WithdrawnAt is null ? phrases.AlertReport(Rule.ReportTo) : null,
            WentUpTo is { } above ? phrases.AlertWentUp(Minutes, above) : null,
            Firing is { AcknowledgedAt: { } taken, AcknowledgedName: { } name } ? phrases.AlertTaken(name, Zone.TimeOf(taken)) : null,
            Firing.WithdrawnAt is { } withdrawn ? phrases.AlertWithdrawn(Zone.TimeOf(withdrawn)) : null,
        };
        return string.Join('\n', lines.OfType<string>());
    }

    /// <summary>The button to take it on, while nobody has. A press is judged by the rights and facts that hold then.</summary>
    public Keyboard Keyboard(Language language) => MayTake && Firing.IsOpen
        ? Buttons.Keyboard.Row(new Button(new Phrases(language).AlertTakeButton, ButtonData.Standing(Verbs.TakeAlert, ButtonData.Number(Firing.Id))))
        : Buttons.Keyboard.None;

    /// <summary>Tells those who know of it already who is new, who no longer belongs to it, and that it holds again where it was withdrawn.</summary>
    public string Changed(Language language, AlertPupils added, AlertPupils removed, bool isRevived)
    {
        var phrases = new Phrases(language);
        return phrases.AlertChanged(Rule.Kind, Place(phrases), ForReader(added), ForReader(removed), isRevived, Firing.Pupils.Count);
    }

    /// <summary>Tells those who were told of it that it no longer holds, and because of whom.</summary>
    public string Over(Language language, AlertPupils removed)
    {
        var phrases = new Phrases(language);
        return phrases.AlertOver(Rule.Kind, Place(phrases), ForReader(removed));
    }

    private AlertPupils ForReader(AlertPupils pupils) => Names is null ? pupils with { Names = null } : pupils;

    /// <summary>What the place is called.</summary>
    public string Place(Phrases phrases) => Firing.Place.Scope switch
    {
        RuleScope.Dormitory => phrases.Dormitory(Unit.Name, Firing.Place.Dormitory),
        RuleScope.School => Unit.Name,
        _ => Unit.ShortName,
    };

    /// <summary>The groups of symptoms in words.</summary>
    public static string SignsOf(AlertRule rule, Symptoms signs, Phrases phrases) =>
        phrases.List([.. rule.Signs.Where(group => (signs & group) == group).Select(phrases.SymptomGroupName)]);

    private string Who(Phrases phrases)
    {
        var names = Names?.Take(MostNames).ToList();
        var count = Firing.Pupils.Count;
        var who = Rule.Kind switch
        {
            RuleKind.LikeSymptoms => phrases.AlertAlike(count, SignsOf(Rule, Firing.Signs, phrases), names),
            RuleKind.Disease => phrases.AlertDiseased(count, phrases.DiseaseNames(Firing.Diseases), names),
            _ => phrases.AlertPupils(count, names),
        };
        return Firing.FirstDay == Zone.DayOf(Firing.FiredAt)
            ? who
            : $"{who}{(phrases.Language == Language.En ? ", " : "，")}{phrases.AlertSince(Firing.FirstDay)}";
    }

    private string? Deadline(Phrases phrases) => Rule.Within is { } within && Firing.DeadlineAt is { } at
        ? phrases.AlertDeadline((int)within.TotalHours, Zone.DayOf(at), Zone.TimeOf(at))
        : null;
}
