using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Reading;
using CheckinBot.Core.Reading.Answers;

namespace CheckinBot.Core.Conversations.Dialog;

/// <summary>Reads a private message and finds for each entry whom it means.</summary>
internal static class PrivateReading
{
    /// <summary>Reads a text as this user's, in the light of what was asked.</summary>
    public static TextReading Read(Turn turn, string text)
    {
        var context = turn.Context;
        var window = (context.Own.Count > 0 ? context.Own[0].Window : context.Classes.Count > 0 ? context.Classes[0].Window : null);
        var rules = context.Own.Count > 0 ? context.Own[0].Rules : CheckIns.HealthRules.Default;
        return TextReader.Read(text, new ReadingContext
        {
            Setting = turn.State is ConversationState.AwaitingTemperature or ConversationState.AwaitingLikely
                ? ReadingSetting.PrivateAwaitingTemperature
                : ReadingSetting.PrivateIdle,
            Today = window?.Day ?? DateOnly.FromDateTime(context.Now.UtcDateTime),
            MonitorDays = rules.MonitorDays,
            PlausibleFromTenths = rules.PlausibleFromTenths,
            PlausibleToTenths = rules.PlausibleToTenths,
            HomeArea = rules.HomeArea,
            Own = [.. turn.Reportable.Select(Known)],
            Classmates = context.Classmates,
            Diagnosed = Recording.DiagnosedOf(turn.Reportable),
        });
    }

    /// <summary>The first entry of a text; null where it tells nothing.</summary>
    public static ReadingEntry? First(Turn turn, string text) => Read(turn, text).Entries is [var first, ..] ? first : null;

    /// <summary>Sorts the entries: whose is clear, whose is not, and what is about somebody else's child.</summary>
    public static Resolved Resolve(Turn turn, TextReading reading, string text)
    {
        var resolved = new Resolved();
        foreach (var entry in reading.Entries)
        {
            if (entry.NotOwn) resolved.NotYours.Add(entry.Name ?? "");
            else if (entry.PersonId is { } id && turn.Subject(id) is { } named) resolved.Clear.Add((named, entry));
            else if (entry.Name is null) ResolveUnnamed(turn, reading, entry, text, resolved);
            else resolved.Unclear.Add((entry, Candidates(turn, entry)));
        }

        return resolved;
    }

    private static void ResolveUnnamed(Turn turn, TextReading reading, ReadingEntry entry, string text, Resolved resolved)
    {
        var own = turn.Context.Own;
        var children = own.Where(subject => subject.Relation == Relation.Guardian).ToList();
        if (reading.ForAllOwn && children.Count == reading.OwnCount)
        {
            resolved.Add(children, entry);
            return;
        }

        var self = own.Where(subject => subject.Relation == Relation.Self).ToList();
        if (self.Count > 0 && SelfMention.In(text))
        {
            resolved.Add(self, entry);
            return;
        }

        var focus = turn.Focus;
        // Where the question was about somebody for whom the right is gone, the answer belongs to nobody else.
        var possible = focus.Count > 0 || turn.AskedAbout.Count > 0 ? focus : own;
        // 不是水痘 is about whoever was said to have it.
        if (entry is { NotDiseases: not CheckIns.Diseases.None, TemperatureTenths: null })
            possible = [.. own.Where(subject => (Recording.DiagnosedOf([subject]) & entry.NotDiseases) != 0)];
        if (Turn.Once(possible).Count() == 1 || (possible.Count > 1 && HoldsForAll(entry))) resolved.Add(possible, entry);
        else resolved.Unclear.Add((entry, possible));
    }

    /// <summary>People say of the whole family that it stayed at home or is well; an illness or a number belongs to one person.</summary>
    private static bool HoldsForAll(ReadingEntry entry) =>
        entry is
        {
            TemperatureTenths: null, LikelyTenths: null, Symptoms: CheckIns.Symptoms.None, Absence: CheckIns.Absence.None,
            Diseases: CheckIns.Diseases.None, Contact: false
        }
        && (entry.Travel == CheckIns.Travel.No || entry.SaidNormal);

    private static IReadOnlyList<Subject> Candidates(Turn turn, ReadingEntry entry)
    {
        var likely = entry.Candidates.Select(turn.Subject).OfType<Subject>().ToList();
        return likely.Count > 0 ? likely : turn.Context.Own;
    }

    private static KnownName Known(Subject subject) =>
        new(subject.Person.Id, subject.Person.Name, subject.Person.Number, subject.Nicknames, subject.Relation == Relation.Guardian ? subject.BirthOrder : -1);
}
