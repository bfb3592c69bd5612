// The page's own words in its three languages. The bot's sentences are not here: they come from the bot.

const words = {
  "zh-Hans": {
    language: "简体", change: "换人", choosePerson: "您想当谁？", searchPeople: "找人（姓名、身份）",
    searchChats: "搜索聊天", noChats: "还没有聊天", noMatch: "没有找到", pickChat: "请选一个聊天", pickPerson: "先选一个人，用他的手机看看", message: "消息",
    send: "发送", attach: "发送图片或文件", commands: "命令", reply: "回复", react: "回应", edit: "修改", cancel: "取消", edited: "已编辑",
    onlyYou: "仅您可见", forwarded: (x) => `转发自 ${x}`, photo: "图片", document: "文件", sticker: "表情", voice: "语音", location: "位置",
    members: (n) => `${n} 位成员`, bot: "机器人", start: "开始", unblock: "重新启用", block: "停用机器人",
    typing: (x) => `${x} 正在输入…`, created: "群已创建", joined: (x) => `${x} 加入了群`, left: (x) => `${x} 离开了群`, migrated: "群已升级为超级群",
    renamed: (x) => `群名改为「${x}」`, pinned: (x) => `置顶：${x}`, pinnedBar: "置顶消息", back: "返回",
    clock: "学校时钟", pause: "暂停", resume: "继续", speed: "速度", jump: "跳到下一件事", try: "试一试", whoYouAre: "您的身份",
    offline: "连接断开，正在重连…", others: "其他人", failed: (x) => `没有成功：${x}`, suggested: "推荐", close: "关闭", toBottom: "到最新消息",
    dayOver: "今天放学了，时钟停下了", nextDay: "开始下一天",
    afterDay: "聊天和按钮都还能用：看看汇总里的两周走势和前一天，签还没签的报告，或者让下一天开始。",
    info: "时钟与提示", you1: "您",
    tooLarge: "文件太大（最大 50 MB）",
  },
  "zh-Hant": {
    language: "繁體", change: "換人", choosePerson: "您想當誰？", searchPeople: "找人（姓名、身分）",
    searchChats: "搜尋聊天", noChats: "還沒有聊天", noMatch: "沒有找到", pickChat: "請選一個聊天", pickPerson: "先選一個人，用他的手機看看", message: "訊息",
    send: "傳送", attach: "傳送圖片或檔案", commands: "指令", reply: "回覆", react: "回應", edit: "修改", cancel: "取消", edited: "已編輯",
    onlyYou: "只有您看得到", forwarded: (x) => `轉傳自 ${x}`, photo: "圖片", document: "檔案", sticker: "貼圖", voice: "語音", location: "位置",
    members: (n) => `${n} 位成員`, bot: "機器人", start: "開始", unblock: "重新啟用", block: "停用機器人",
    typing: (x) => `${x} 正在輸入…`, created: "群組已建立", joined: (x) => `${x} 加入了群組`, left: (x) => `${x} 離開了群組`, migrated: "群組已升級為超級群組",
    renamed: (x) => `群組名稱改為「${x}」`, pinned: (x) => `置頂：${x}`, pinnedBar: "置頂訊息", back: "返回",
    clock: "學校時鐘", pause: "暫停", resume: "繼續", speed: "速度", jump: "跳到下一件事", try: "試試看", whoYouAre: "您的身分",
    offline: "連線中斷，正在重新連線…", others: "其他人", failed: (x) => `沒有成功：${x}`, suggested: "推薦", close: "關閉", toBottom: "到最新訊息",
    dayOver: "今天放學了，時鐘停下來了", nextDay: "開始下一天",
    afterDay: "聊天和按鈕都還能用：看看彙總裡的兩週走勢和前一天，簽還沒簽的報告，或讓下一天開始。",
    info: "時鐘與提示", you1: "您",
    tooLarge: "檔案太大（最大 50 MB）",
  },
  en: {
    language: "English", change: "Change", choosePerson: "Who would you like to be?", searchPeople: "Find a person or a role",
    searchChats: "Search chats", noChats: "No chats yet", noMatch: "Nothing found", pickChat: "Choose a chat", pickPerson: "Choose a person and look at their phone", message: "Message",
    send: "Send", attach: "Send a picture or a file", commands: "Commands", reply: "Reply", react: "React", edit: "Edit", cancel: "Cancel", edited: "edited",
    onlyYou: "Only visible to you", forwarded: (x) => `Forwarded from ${x}`, photo: "Photo", document: "File", sticker: "Sticker", voice: "Voice message", location: "Location",
    members: (n) => `${n} members`, bot: "bot", start: "Start", unblock: "Restart", block: "Stop the bot",
    typing: (x) => `${x} is typing…`, created: "Group created", joined: (x) => `${x} joined`, left: (x) => `${x} left`, migrated: "The group became a supergroup",
    renamed: (x) => `Group renamed to “${x}”`, pinned: (x) => `Pinned: ${x}`, pinnedBar: "Pinned message", back: "Back",
    clock: "School clock", pause: "Pause", resume: "Go on", speed: "Speed", jump: "Jump to the next event", try: "Things to try", whoYouAre: "Who you are",
    offline: "Connection lost, reconnecting…", others: "Other people", failed: (x) => `That did not work: ${x}`, suggested: "Start with", close: "Close", toBottom: "To the newest message",
    dayOver: "School is out, and the clock has stopped", nextDay: "Begin the next day",
    afterDay: "Chats and buttons still work: look at the two weeks and the day before in a digest, sign a report that is still open, or let the next day begin.",
    info: "Clock and hints", you1: "You",
    tooLarge: "The file is too large (at most 50 MB)",
  },
};

export const languages = Object.keys(words).map((code) => ({ code, name: words[code].language }));

let current = fromBrowser();

function fromBrowser() {
  const saved = localStorage.getItem("language");
  if (words[saved]) return saved;
  for (const tag of navigator.languages ?? [navigator.language]) {
    if (/^zh-(hant|tw|hk|mo)/i.test(tag)) return "zh-Hant";
    if (/^zh/i.test(tag)) return "zh-Hans";
    if (/^en/i.test(tag)) return "en";
  }
  return "en";
}

export const language = () => current;

export function setLanguage(code) {
  current = code;
  localStorage.setItem("language", code);
  document.documentElement.lang = code;
}

export const t = (name, ...values) => {
  const word = words[current][name];
  return typeof word === "function" ? word(...values) : word;
};

const fields = { "zh-Hans": "zh_hans", "zh-Hant": "zh_hant", en: "en" };

// A text that the demo gives in all languages.
export const local = (text) => (text ? text[fields[current]] ?? text.en : "");

document.documentElement.lang = current;
