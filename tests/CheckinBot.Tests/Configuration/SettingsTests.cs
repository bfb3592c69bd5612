using CheckinBot.Configuration;
using CheckinBot.Core.Rules;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Architecture;
using Microsoft.Extensions.Configuration;

namespace CheckinBot.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void Without_any_configuration_every_key_has_a_value_that_works()
    {
        var settings = Read();
        Assert.Null(settings.Telegram.BotToken);
        Assert.Equal("https://api.telegram.org/", settings.Telegram.BaseUrl.ToString());
        Assert.Equal(ReceivingMode.Polling, settings.Telegram.Mode);
        Assert.Equal(
            (30, 1, 20), (settings.Telegram.MessagesPerSecond, settings.Telegram.MessagesPerSecondPerChat, settings.Telegram.MessagesPerMinutePerGroup));
        Assert.Equal("http://127.0.0.1:8080", settings.Http.Urls);
        Assert.Equal([new TimeOnly(7, 30), new TimeOnly(8, 15)], settings.SchoolDay.RemindAt);
        Assert.Equal(14, settings.Rules.MonitorDays);
        Assert.Equal(373, settings.Rules.Fever.Axillary);
        Assert.Equal(ShippedRules.All, settings.Rules.Alerts);
    }

    [Fact]
    public void The_tables_of_the_README_have_every_key_with_its_default()
    {
        var defaults = new ConfigurationReader(new ConfigurationBuilder().Build());
        Settings.Read(new ConfigurationBuilder().Build(), defaults);
        var told = new Dictionary<string, string>();
        var rows = File.ReadLines(Path.Combine(Repository.Root, "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        foreach (var cells in rows.Select(line => line.Split(" | ")))
        {
            var (key, value) = (cells[0][3..].TrimEnd('`'), Plain(cells[1]));
            if (defaults.Known.Contains(key)) told.Add(key, value);
            else if (defaults.Known.Contains("SchoolDay:Noon:" + key))
                (told["SchoolDay:Noon:" + key], told["SchoolDay:Evening:" + key]) = (value, Plain(cells[2]));
        }

        Assert.Equal(defaults.Known.Order(), told.Keys.Order());
        Assert.Equal(defaults.Shown.OrderBy(pair => pair.Key), told.Where(pair => defaults.Shown.ContainsKey(pair.Key)).OrderBy(pair => pair.Key));
        Assert.Equal(StorageOptions.Default.ConnectionString, told["Storage:ConnectionString"]);

        static string Plain(string cell) => cell.TrimEnd('|', ' ').Replace("`", "", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_has_every_key_with_its_default()
    {
        var file = new ConfigurationBuilder().AddJsonFile(Path.Combine(Repository.Root, "appsettings.example.json")).Build();
        var (none, example) = (new ConfigurationReader(new ConfigurationBuilder().Build()), new ConfigurationReader(file));
        Settings.Read(new ConfigurationBuilder().Build(), none);
        Settings.Read(file, example);

        // Noon and evening have the keys of the morning, and are named in a comment.
        var missing = none.Known
            .Where(key => !key.StartsWith("SchoolDay:Noon:", StringComparison.Ordinal) && !key.StartsWith("SchoolDay:Evening:", StringComparison.Ordinal))
            .Where(key => file.AsEnumerable().All(pair => pair.Key != key));
        Assert.Empty(missing);
        Assert.Equal(none.Shown.OrderBy(pair => pair.Key), example.Shown.OrderBy(pair => pair.Key));
    }

    [Theory]
    [InlineData("Telegram:Mode", "Hook", "Telegram:Mode = 'Hook' is not allowed: Polling or Webhook")]
    [InlineData("Telegram:Mode", "1", "Telegram:Mode = '1' is not allowed: Polling or Webhook")]
    [InlineData("SchoolDay:OpensAt", "6:30 am", "SchoolDay:OpensAt = '6:30 am' is not allowed: a time of day HH:mm")]
    [InlineData(
        "SchoolDay:TimeZone",
        "Mars/Olympus",
        "SchoolDay:TimeZone = 'Mars/Olympus' is not allowed: an IANA time zone such as Asia/Shanghai, Asia/Taipei, Asia/Singapore")]
    [InlineData("SchoolDay:Days", "Mon-Fry", "SchoolDay:Days = 'Mon-Fry' is not allowed: weekdays such as Mon-Fri or Mon,Wed,Sat")]
    [InlineData(
        "SchoolDay:Holidays:0",
        "2026-02-30",
        "SchoolDay:Holidays:0 = '2026-02-30' is not allowed: a date yyyy-MM-dd or a range yyyy-MM-dd..yyyy-MM-dd")]
    [InlineData("SchoolDay:RemindAt:1", "05:00", "SchoolDay:RemindAt = '05:00' is not allowed: a time after SchoolDay:OpensAt (06:30)")]
    [InlineData("Rules:FeverC:Ear", "50", "Rules:FeverC:Ear = '50' is not allowed: a number from 36 to 40")]
    [InlineData("Rules:PlausibleC", "42-34", "Rules:PlausibleC = '42-34' is not allowed: a range such as 35.0-42.0, within 30 and 45")]
    [InlineData("Privacy:RetentionDays", "3", "Privacy:RetentionDays = '3' is not allowed: a whole number from 14 to 3650")]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider = 'Oracle' is not allowed: ")]
    [InlineData(
        "Http:Urls",
        "https://0.0.0.0:443",
        "Http:Urls = 'https://0.0.0.0:443' is not allowed: addresses such as http://127.0.0.1:8080, separated by ; (https is for the reverse proxy)")]
    public void A_value_that_is_not_allowed_ends_in_one_line_with_key_value_and_what_is_allowed(string key, string value, string line)
    {
        var message = Refused((key, value));
        Assert.StartsWith(line, message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("SchoolDay:RemindAtt", "SchoolDay:RemindAt")]
    [InlineData("Telegram:BotTokn", "Telegram:BotToken")]
    [InlineData("Telegramm:BotToken", "Telegram")]
    [InlineData("Rules:FeverC:Eer", "Rules:FeverC:Ear")]
    public void A_misspelt_key_is_refused_with_the_nearest_one(string key, string nearest) =>
        Assert.EndsWith($"is not a known key: did you mean {nearest}?", Refused((key, "x")), StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_key_of_a_rule_is_refused_with_the_nearest_one() => Assert.EndsWith(
        "did you mean Rules:Clusters:0:Pupils?", Refused(
            ("Rules:Clusters:0:Id", "class_cluster_1day"), ("Rules:Clusters:0:Pupil", "4")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=data/checkinbot.db")]
    [InlineData("Host=localhost;Password=hidden")]
    [InlineData("Host=localhost;Database=checkinbot;Pasword=hidden")]
    public void PostgreSQL_needs_a_connection_string_with_host_and_database_and_no_password_is_shown(string connectionString)
    {
        var message = Refused(("Storage:Provider", "Postgres"), ("Storage:ConnectionString", connectionString));
        Assert.StartsWith("Storage:ConnectionString = '", message, StringComparison.Ordinal);
        Assert.Contains("Host=db.example;Database=checkinbot", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("x:secret")]
    [InlineData("12:secret/getMe")]
    public void A_token_that_is_not_allowed_is_not_shown(string token) =>
        Assert.DoesNotContain("secret", Refused(("Telegram:BotToken", token)), StringComparison.Ordinal);

    [Fact]
    public void A_webhook_needs_an_address_and_a_secret()
    {
        Assert.StartsWith("Telegram:WebhookUrl", Refused(("Telegram:Mode", "Webhook")), StringComparison.Ordinal);
        Assert.StartsWith(
            "Telegram:WebhookSecret", Refused(
                ("Telegram:Mode", "webhook"), ("Telegram:WebhookUrl", "https://bot.example/telegram/webhook")), StringComparison.Ordinal);
        Assert.StartsWith("Telegram:WebhookUrl", Refused(("Telegram:WebhookUrl", "http://bot.example/telegram/webhook")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_may_be_written_as_elements_or_in_one_value()
    {
        Assert.Equal([new TimeOnly(7, 0)], Read(("SchoolDay:RemindAt:0", "07:00")).SchoolDay.RemindAt);
        Assert.Equal([new TimeOnly(7, 0), new TimeOnly(8, 0)], Read(("SchoolDay:RemindAt", "07:00, 08:00")).SchoolDay.RemindAt);
    }

    [Fact]
    public void A_range_of_holidays_covers_each_of_its_days()
    {
        var schedule = Read(("SchoolDay:Holidays", "2026-10-01..2026-10-07")).SchoolDay.ToSchedule();
        Assert.False(schedule.Calendar.IsSchoolDay(new DateOnly(2026, 10, 1)));
        Assert.False(schedule.Calendar.IsSchoolDay(new DateOnly(2026, 10, 7)));
        Assert.True(schedule.Calendar.IsSchoolDay(new DateOnly(2026, 10, 8)));
    }

    [Fact]
    public void A_fever_line_of_the_configuration_holds_for_its_site_only()
    {
        var rules = Read(("Rules:FeverC:Forehead", "36.8")).Rules.ToHealthRules();
        Assert.Equal((368, 373), (rules.Fever.Forehead, rules.Fever.Axillary));
    }

    private static Settings Read(params (string Key, string Value)[] values) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(v => v.Key, v => (string?)v.Value)).Build());

    private static string Refused(params (string Key, string Value)[] values) =>
        Assert.Throws<BadConfigurationException>(() => Read(values)).Message;
}
