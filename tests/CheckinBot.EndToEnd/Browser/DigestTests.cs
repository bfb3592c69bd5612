using CheckinBot.Core.Organisation;

namespace CheckinBot.EndToEnd.Browser;

/// <summary>An official and a school officer go through the digests on the page, as they would on a phone.</summary>
[Collection(DemoCollection.Name)]
public sealed class DigestTests
{
    [SkippableFact]
    public async Task An_official_drills_to_the_school_the_officer_signs_and_the_countys_digest_changes()
    {
        Chromium.Need();
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 40));
        await EverybodyReports(school);
        await school.MoveTo(new TimeOnly(9, 31));
        await using var page = await DemoPage.Open(school.Simulator.BaseUrl, 1280, 1000);

        await page.Become("程科长");
        await page.OpenChat("bot");
        await page.Expect("待签 1");
        await page.Screenshot("digest-county");
        await page.Press("🟩 第一小学");
        await page.Expect("第一小学 · 3月2日");
        await page.Screenshot("digest-county-to-school");

        // Those below sign first.
        foreach (var teacher in (string[])["陈老师", "贾老师"])
        {
            await page.Become(teacher);
            await page.OpenChat("截至 09:30");
            await page.Press("✅ 确认零报告");
            await page.Expect("已签字");
        }

        await page.Become("高校长");
        await page.OpenChat("bot");
        await page.Press("✅ 确认零报告");
        await page.Expect("高志红 09:31 已签字");
        await page.Screenshot("digest-signed");

        await page.Become("程科长");
        await page.OpenChat("bot");
        await page.Press("⬆️ 上级");
        await page.Expect("已签 1");
        await page.Screenshot("digest-county-signed");
        Assert.Empty(page.Complaints);
    }

    [SkippableFact]
    public async Task Where_the_server_takes_tables_an_official_reads_units_and_days_in_them_and_drills_on()
    {
        Chromium.Need();
        await using var school = await SmallSchool.Open(Language.ZhHans, new TimeOnly(6, 40), rich: true);
        await school.MoveTo(new TimeOnly(9, 31));
        await using var page = await DemoPage.Open(school.Simulator.BaseUrl, 1280, 1000);

        await page.Become("程科长");
        await page.OpenChat("bot");
        await page.Page.Locator(".bubble td", new() { HasTextString = "第一小学" }).Last.WaitForAsync();
        await page.Screenshot("digest-table");
        await page.Press("📅 一周");
        await page.Page.Locator(".bubble th", new() { HasTextString = "3/2" }).Last.WaitForAsync();
        await page.Expect("无数据");
        await page.Screenshot("digest-table-week");
        await page.Press("⬅️ 返回");
        await page.Press("🟥 第一小学");
        await page.Expect("第一小学 · 3月2日");
        Assert.Empty(page.Complaints);
    }

    private static async Task EverybodyReports(SmallSchool school)
    {
        (string Who, string Text)[] told =
        [
            ("小明妈妈", "36.5 没外出"), ("李雷爸爸", "36.6 没外出"), ("梅梅奶奶", "36.4 没外出"), ("双双妈妈", "周双双36.4，周全全36.7，都没外出"),
            ("陈老师", "36.5 没外出"), ("贾老师", "36.5 没外出"), ("贾老师", "/report 欧阳晴 36.5 没外出"), ("高校长", "36.5 没外出"),
        ];
        foreach (var (who, text) in told)
        {
            school.World.SendText(school.User(who), school.User(who), text);
            await school.Settle();
        }
    }
}
