namespace CheckinBot.Core.Texts;

/// <summary>Short answers in a check-in that are neither a question nor a confirmation.</summary>
public readonly partial record struct Phrases
{
    /// <summary>A message that could not be handled and is set aside.</summary>
    public string MessageNotTaken => Say(
        "抱歉，刚才那条消息出了问题，没有记下来。请用文字再发一次，例如“36.5 没外出”；还是不行的话，请告诉老师。",
        "抱歉，剛才那則訊息出了問題，沒有記下來。請用文字再傳一次，例如「36.5 沒去外地」；如果還是不行，請跟老師說一聲。",
        "Sorry, your last message went wrong and was not noted. Please send it again as text, such as “36.5 no travel”; if that fails too, tell the teacher.");

    /// <summary>A press that could not be handled and is set aside.</summary>
    public string PressNotTaken => Say(
        "抱歉，这次没按成，没有记下来。请再按一次，或者直接发文字。",
        "抱歉，這次沒按成，沒有記下來。請再按一次，或直接傳文字。",
        "Sorry, that press did not work and nothing was noted. Please press again, or just write.");

    /// <summary>Will be told later; a reminder will come.</summary>
    public string LaterReminded(TimeOnly at) => Say(
        $"好的，不急。{Clock(at)}我再提醒您一次。", $"沒問題，不急。{Clock(at)} 我再提醒您一次。", $"Of course. I'll remind you once at {Clock(at)}.");

    /// <summary>Will be told later; no reminder is left today.</summary>
    public string LaterPlain => Say("好的，量好直接发给我就行。", "沒問題，量好直接傳給我就好。", "Of course. Just send it when you have it.");

    /// <summary>"Same as yesterday" is not copied.</summary>
    public string NotCopied => Say("每天要用当天量的数。今天量到多少？", "每天都要用當天量的數字。今天量到幾度？", "I need today's own reading. What was it today?");

    /// <summary>Yes, all is there.</summary>
    public string AlreadyDone(string lines) => Say($"对，今天的已经有了：\n{lines}", $"對，今天的已經有了：\n{lines}", $"Yes, today is done:\n{lines}");

    /// <summary>No, it is not there.</summary>
    public string NotDoneYet(string names) => Say(
        $"我这边还没收到{names}今天的，麻烦再发一次体温。",
        $"我這邊還沒收到{names}今天的，麻煩再傳一次體溫。",
        $"I don't have today's for {names} yet. Could you send the temperature once more?");

    /// <summary>The same was recorded already by this user.</summary>
    public string SameAsRecorded(string lines) => Say($"已经是这样记的：\n{lines}", $"已經是這樣登記的：\n{lines}", $"That's what I have already:\n{lines}");

    /// <summary>Another guardian, or the teacher, has answered.</summary>
    public string OtherDone(string lines, TimeOnly at, bool byTeacher) => byTeacher
        ? Say(
            $"老师{Clock(at)}已经代报过了，您不用再报：\n{lines}",
            $"老師{Clock(at)}已經代為回報了，您不用再報：\n{lines}",
            $"The teacher already checked in for you at {Clock(at)}, so there's nothing to do:\n{lines}")
        : Say(
        $"另一位家长{Clock(at)}已经报过了，您不用再报：\n{lines}",
        $"另一位家長{Clock(at)}已經回報了，您不用再報：\n{lines}",
        $"Another guardian already checked in at {Clock(at)}, so there's nothing to do:\n{lines}");

    /// <summary>No body has this temperature, and no likely one is known.</summary>
    public string Implausible =>
        Say("这个数不像体温，麻烦再量一次，例如 36.5。", "這個數字不像體溫，麻煩再量一次，例如 36.5。", "That doesn't look like a body temperature. Please measure again, for example 36.5.");

    /// <summary>Two values, or a range.</summary>
    public string Undecided =>
        Say("我不好替您定，麻烦发一个确定的数，例如 36.5。", "我不好替您決定，麻煩傳一個確定的數字，例如 36.5。", "I'd rather not guess. Please send one number, for example 36.5.");

    /// <summary>No number that can be used was found.</summary>
    public string NumberMissing => Say(
        "我没看到确定的体温，麻烦只发一个数，例如 36.5。", "我沒有看到確定的體溫，麻煩只傳一個數字，例如 36.5。", "I couldn't find a definite temperature. Please send just the number, for example 36.5.");

    /// <summary>The same was asked for twice in vain.</summary>
    public string TeacherCanHelp => Say(
        "不好意思，我还是没看懂，先不问了。您跟老师说一声，老师可以代报；量好了也可以直接发数字。",
        "不好意思，我還是看不懂，先不問了。您跟老師說一聲，老師可以代為回報；量好也可以直接傳數字。",
        "Sorry, I still can't follow, so I'll stop asking. The teacher can check in for you, or just send the number whenever you have it.");

    /// <summary>A greeting, nothing being open.</summary>
    public string Greeting => Say("您好！", "您好！", "Hello!");

    /// <summary>A greeting; today's check-in is still to come.</summary>
    public string GreetingOpen => Say("您好！今天的体温量好了发给我就行。", "您好！今天的體溫量好傳給我就好。", "Hello! Just send today's temperature when you have it.");

    /// <summary>The value belongs to another day.</summary>
    public string OtherDay => Say("那是之前的。今天量好了再发给我就行。", "那是之前的。今天量好再傳給我就好。", "That's from before. Send me today's when you have it.");

    /// <summary>Only the school day before can be filled in.</summary>
    public string OnlyPreviousDay(DateOnly day) => Say(
        $"只能补{Date(day)}的，更早的请联系老师。", $"只能補{Date(day)}的，更早的請聯絡老師。", $"I can only add {Date(day)}. For anything earlier, please ask the teacher.");

    /// <summary>The child is not the sender's.</summary>
    public string NotYours(string name) => Say(
        $"“{name}”没有和您绑定，这条没有记。", $"「{name}」沒有和您綁定，這則沒有登記。", $"“{name}” isn't linked to you, so I haven't recorded that.");

    /// <summary>Several readings without names.</summary>
    public string WithNames(string example) => Say(
        $"分不清是谁的，麻烦带上名字，例如：{example}", $"分不出是誰的，麻煩加上名字，例如：{example}", $"I can't tell whose is whose. Please add names, for example: {example}");

    /// <summary>One line of help.</summary>
    public string OneLineHelp => Say(
        "很简单：量好体温，发个数给我，例如“36.5 没外出”。弄不了就告诉老师，老师可以代报。",
        "很簡單：量好體溫，傳個數字給我，例如「36.5 沒去外地」。不方便的話跟老師說，老師可以代為回報。",
        "It's simple: send me the number, for example “36.5 no travel”. If that's difficult, the teacher can do it for you.");

    /// <summary>Not understood, nothing is asked.</summary>
    public string NotUnderstood => Say(
        "这句我没看懂。报体温发“36.5 没外出”，其他事请直接找老师。",
        "這句我看不懂。回報體溫請傳「36.5 沒去外地」，其他事請直接找老師。",
        "I didn't follow that. To check in, send “36.5 no travel”; for anything else please ask the teacher.");

    /// <summary>Not understood, but a question is open.</summary>
    public string NotAnAnswer => Say("这句我没看懂，上面的问题还等您回一下。", "這句我看不懂，上面的問題還等您回覆。", "I didn't follow that. The question above is still open.");

    /// <summary>Not understood; the same question follows.</summary>
    public string NotFollowed => Say("刚才那句我没看懂。", "剛才那句我看不懂。", "I didn't follow that.");

    /// <summary>A button of an old question.</summary>
    public string OutOfDate => Say("这个按钮已经过期了，直接发体温就行。", "這個按鈕已經過期了，直接傳體溫就好。", "This button is out of date. Just send the temperature.");

    /// <summary>The user has no right to that any more.</summary>
    public string NotAllowed => Say("您现在没有这个权限。", "您目前沒有這個權限。", "You can't do that any more.");

    /// <summary>The dialog ended without the value being stored.</summary>
    public string NotStored(string facts) => Say(
        $"刚才的“{facts}”没有回完，没有记下，需要的话请再发一次。",
        $"剛才的「{facts}」沒有回覆完，沒有登記，需要的話請再傳一次。",
        $"“{facts}” from earlier wasn't confirmed, so it isn't recorded. Please send it again if it's needed.");

    /// <summary>The bot was updated in the middle of a dialog.</summary>
    public string StartAgain =>
        Say("不好意思，刚才的问题请从头再回一次。已经记下的都在。", "不好意思，剛才的問題請再從頭回覆一次。已登記的都還在。", "Sorry, could we take that last question from the top? What was recorded is safe.");

    /// <summary>Questions were cancelled.</summary>
    public string Cancelled => Say("好的，先不问了。已经记下的不变。", "好的，先不問了。已登記的不變。", "All right, I'll stop asking. What's recorded stays.");

    /// <summary>A photo was sent.</summary>
    public string NoPhotos => Say("我看不了照片，麻烦把数字打给我，例如 36.5。", "我看不懂照片，麻煩把數字打給我，例如 36.5。", "I can't read photos. Please type the number, for example 36.5.");

    /// <summary>A voice note was sent.</summary>
    public string NoVoice =>
        Say("我听不了语音，麻烦打个数字，例如 36.5。", "我聽不了語音，麻煩打個數字，例如 36.5。", "I can't listen to voice notes. Please type the number, for example 36.5.");

    /// <summary>A location was sent.</summary>
    public string NoLocation => Say("位置我用不上，去过外地的话写个地名就行。", "位置我用不到，去過外地的話寫個地名就好。", "I don't need a location. If you've been away, just type the place.");

    /// <summary>A document or anything else was sent.</summary>
    public string NoFiles => Say("这个我打不开，麻烦打个数字，例如 36.5。", "這個我打不開，麻煩打個數字，例如 36.5。", "I can't open that. Please type the number, for example 36.5.");

    /// <summary>Taken back; no answer is left.</summary>
    public string TakenBack(string lines) =>
        Say($"已撤回：\n{lines}\n现在是未报，量好直接发给我。", $"已收回：\n{lines}\n目前是未回報，量好直接傳給我。",
            $"Taken back:\n{lines}\nNothing is recorded now. Send the right one when you're ready.");

    /// <summary>Taken back; the answer before holds again.</summary>
    public string Restored(string lines) => Say($"已撤回，恢复成之前的：\n{lines}", $"已收回，恢復成之前的：\n{lines}", $"Taken back. It's as it was before:\n{lines}");

    /// <summary>Nothing to take back.</summary>
    public string NothingToTakeBack => Say("没有可以撤回的记录。", "沒有可以收回的紀錄。", "There's nothing of yours to take back.");

    /// <summary>Somebody else has changed it since.</summary>
    public string ChangedByOther(string name) => Say(
        $"{name}的记录之后又被别人改过，没有动。", $"{name}的紀錄之後又有別人改過，沒有更動。", $"Someone else has changed {name} since, so I left it.");

    /// <summary>An edited message holds no reading.</summary>
    public string EditWithoutReading(string lines) => Say(
        $"改后的消息里没有体温，记录没变：\n{lines}\n要撤回请发 /undo",
        $"改過的訊息裡沒有體溫，紀錄不變：\n{lines}\n要收回請傳 /undo",
        $"There's no temperature in the edited message, so nothing changed:\n{lines}\nTo take it back, send /undo");

    /// <summary>An edited message of a day too long ago.</summary>
    public string TooLateToEdit => Say("那天的记录已经不能在这里改了，请联系老师。", "那天的紀錄已經不能在這裡改了，請聯絡老師。", "That day can't be changed here any more. Please ask the teacher.");
}
