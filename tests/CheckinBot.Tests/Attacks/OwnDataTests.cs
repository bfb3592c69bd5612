using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Files;
using CheckinBot.Storage.Engine;
using CheckinBot.Tests.Receiving;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;

namespace CheckinBot.Tests.Attacks;

/// <summary>What is held about somebody, they get as a file by a button, with nobody else's; and what may be deleted is deleted.</summary>
public abstract class OwnDataTests(SqlDialect engine)
{
    private const long Bot = 777;

    [SkippableFact]
    public async Task The_file_of_me_has_account_links_every_revision_and_every_look_of_ones_own_and_nothing_of_others()
    {
        await using var worker = await Worker.Start(engine: engine);
        var world = worker.Simulator.World;
        world.SendText(Worker.Parent, Bot, "38.6 咳嗽 没外出");
        world.SendText(Worker.Teacher, Bot, "/report 李华 36.4 没外出");
        await worker.WaitFor("select count(*) from check_in", "2");
        world.SendText(Worker.Parent, Bot, "改成 36.5");
        await worker.WaitFor("select count(*) from check_in where person_id = 31", "2");
        await worker.Execute("""
            insert into look (looked_at, by_operator, person_id, unit_id, reason, via) values ('2026-03-07T01:00:00.000Z', 'root', 31, 3, 'cases', 'chat')
            """);
        world.SendText(Worker.Parent, Bot, "/me");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var me = await world.WaitForMessageAsync(Worker.Parent, Bot, message => message.Button("导出我的信息") is not null, limit.Token);
        world.Press(Worker.Parent, me, "导出我的信息");
        var sent = await world.WaitForMessageAsync(Worker.Parent, Bot, message => message is { FromBot: true, Media: not null }, limit.Token);
        Assert.Equal("我的信息.xlsx", sent.Media!.File!.Name);

        var told = await TextOf(worker, Worker.Parent);
        foreach (var own in (string[])["1001", "王丽", "示范县/第一小学/1班", "王小明", "38.6", "36.5", "系统维护人员"]) Assert.Contains(own, told, StringComparison.Ordinal);
        foreach (var other in (string[])["李华", "36.4", "1002"]) Assert.DoesNotContain(other, told, StringComparison.Ordinal);
        // A stranger gets what is held of a stranger.
        Assert.DoesNotContain("王小明", await TextOf(worker, 666), StringComparison.Ordinal);

        world.Press(Worker.Parent, me, "删除我的信息");
        var sure = await world.WaitForMessageAsync(Worker.Parent, Bot, message => message.Button("确定删除") is not null, limit.Token);
        world.Press(Worker.Parent, sure, "确定删除");
        await worker.WaitFor($"select count(*) from link where user_id = {Worker.Parent}", "0");
        foreach (var table in (string[])["account", "conversation", "code_failure", "asked", "invitation_use"])
            Assert.Equal("0", await worker.Ask($"select count(*) from {table} where user_id = {Worker.Parent}"));
        Assert.Equal("0", await worker.Ask($"select count(*) from check_in where reporter_user_id = {Worker.Parent} or reporter_name = '王丽'"));
        Assert.Equal("3", await worker.Ask("select count(*) from check_in"));
        Assert.DoesNotContain("王小明", await TextOf(worker, Worker.Parent), StringComparison.Ordinal);
    }

    private static async Task<string> TextOf(Worker worker, long user)
    {
        var order = new FileOrder(user, FileKind.OwnData, 0, new DateOnly(2026, 3, 7), "morning", Language.ZhHans);
        var file = Assert.IsType<MadeFile.Ready>(await worker.Services.GetRequiredService<FileMaker>().Make(order, default));
        Assert.Empty(file.Seen);
        using var document = SpreadsheetDocument.Open(new MemoryStream(file.Content), isEditable: false);
        return string.Join('\n', document.WorkbookPart!.WorksheetParts.Select(part => part.Worksheet!.InnerText));
    }
}

public sealed class SqliteOwnDataTests() : OwnDataTests(SqlDialect.Sqlite);

public sealed class PostgresOwnDataTests() : OwnDataTests(SqlDialect.Postgres);
