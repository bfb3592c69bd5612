using CheckinBot.Core.Writing;

namespace CheckinBot.Tests.Writing;

public sealed class NameFormTests
{
    [Theory]
    [InlineData("白露", "白露")]
    [InlineData("白　露", "白露")]
    [InlineData("方  刚 ", "方刚")]
    [InlineData("石\u00A0磊", "石磊")]
    [InlineData("欧阳 娜娜", "欧阳娜娜")]
    [InlineData("\u2EE2\u2F29\u2F29", "马小小")]
    [InlineData("\uF9E1\u2F2F", "李工")]
    [InlineData("Ｔｏｍ　Ｌｉ", "Tom Li")]
    [InlineData("Oliver   Whitcombe", "Oliver Whitcombe")]
    [InlineData("王 Tom", "王Tom")]
    [InlineData("Zoe\u0308 Bronte\u0308", "Zoë Brontë")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("阿依古丽•吐尔逊", "阿依古丽·吐尔逊")]
    [InlineData("阿依古丽 · 吐尔逊", "阿依古丽·吐尔逊")]
    [InlineData("阿依古丽.吐尔逊", "阿依古丽·吐尔逊")]
    [InlineData("阿依古丽．吐尔逊", "阿依古丽·吐尔逊")]
    [InlineData("J. R. Smith", "J. R. Smith")]
    [InlineData("四（1）班", "四(1)班")]
    [InlineData("\u202E白\u200B露\uFEFF", "白露")]
    [InlineData("", "")]
    public void A_name_has_one_form_however_it_is_written(string written, string plain)
    {
        Assert.Equal(plain, NameForm.Of(written));
        Assert.Equal(plain, NameForm.Of(plain));
    }
}
