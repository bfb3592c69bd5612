using CheckinBot.Configuration;
using CheckinBot.Core.Conversations.Staff;
using CheckinBot.Core.Conversations.Turns;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Settings;
using CheckinBot.Core.Texts;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Tests.Conversations;

/// <summary>The units around the class, and their settings, checked by the worker's own reader.</summary>
internal sealed partial class School
{
    private static readonly UnitSettingsReader Reader = new(Settings.Read(new ConfigurationBuilder().Build()));

    private readonly Dictionary<(long Unit, string Key), string> _overrides = [];

    public static Unit OtherClass { get; } = new(5, 3, "2班", "示范县/第一小学/三年级/2班", UnitKind.Class);

    public static Unit Whole { get; } = new(2, 1, "第一小学", "示范县/第一小学", UnitKind.School);

    public static Unit County { get; } = new(1, null, "示范县", "示范县", UnitKind.Area);

    /// <summary>The class to which people are added.</summary>
    public Unit Room { get; set; } = Class;

    public List<LookSeen> Looks { get; } = [];

    public static Unit UnitOf(string name) => new[] { Class, OtherClass, Whole, County }.Single(unit => unit.Name == name);

    private UnitSettingsView? SettingsOf(IReadOnlyList<Post> posts, Conversation conversation, ConversationEvent @event)
    {
        if (SettingsRequest.Of(conversation, @event) is not { } asked) return null;
        var units = posts.Where(post => Permissions.Allows(post.Role, Permission.SettleSettings, Relation.AtUnit)).Select(post => post.Unit).ToList();
        var unit = asked.UnitId is { } id ? new[] { Whole, County, Class, OtherClass }.FirstOrDefault(one => one.Id == id) : units.Count == 1 ? units[0] : null;
        if (unit is null) return null;
        var view = new UnitSettingsView(unit, Lines(unit, _overrides))
        {
            // The year between school and class is left out here.
            Above = unit == County ? null : unit == Whole ? County : Whole,
            Below = unit == County ? [Whole] : unit == Whole ? [Class, OtherClass] : [],
        };
        return asked.Key is null
            ? view
            : view with { Proposed = Judge(unit, asked, new Phrases(LanguageTag.Parse(@event.From.LanguageCode) ?? Language.ZhHans) { NamesSettings = true }) };
    }

    private ProposedSetting Judge(Unit unit, SettingsRequest asked, Phrases phrases)
    {
        try
        {
            var key = Reader.KeyOf(asked.Key!);
            var after = new Dictionary<(long, string), string>(_overrides);
            after.Remove((unit.Id, key));
            var value = asked.Value is { } typed ? SettingWords.Value(key, typed, Today) : null;
            if (value is not null) after[(unit.Id, key)] = value;
            var proposed = new ProposedSetting(key, value, asked.IsChange);
            return asked.IsChange ? proposed with { After = Lines(unit, after).Single(line => line.Key == key) } : proposed;
        }
        catch (BadConfigurationException refused)
        {
            return new ProposedSetting(asked.Key!, asked.Value, asked.IsChange) { Refused = refused.Refusal.Say(phrases) };
        }
    }

    private static List<SettingLine> Lines(Unit unit, Dictionary<(long Unit, string Key), string> overrides)
    {
        Unit[] lineage = unit == County ? [County] : unit == Whole ? [Whole, County] : [unit, Whole, County];
        var own = overrides.Where(one => lineage.Any(at => at.Id == one.Key.Unit)).GroupBy(one => one.Key.Key)
            .ToDictionary(group => group.Key, group => group.MaxBy(one => one.Key.Unit));
        var values = Reader.Read(own.ToDictionary(one => one.Key, one => one.Value.Value)).Values;
        return [.. Reader.Keys.Select(
            key => new SettingLine(key, values[key], own.TryGetValue(key, out var at) ? lineage.Single(one => one.Id == at.Key.Unit) : null))];
    }

    private void Change(Effect.ChangeSetting change)
    {
        _overrides.Remove((change.UnitId, change.Key));
        if (change.Value is { } value) _overrides[(change.UnitId, change.Key)] = value;
    }
}
