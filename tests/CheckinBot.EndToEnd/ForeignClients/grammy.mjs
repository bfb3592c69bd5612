// A small bot on grammY, unchanged: it plays the script that ForeignClientTests expects.
// Arguments: base URL, token. Modules are taken from the folder that CHECKINBOT_NODE_MODULES names.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.CHECKINBOT_NODE_MODULES, "any.js"));
const { Bot, GrammyError, InlineKeyboard, InputFile } = require("grammy");
const [apiRoot, token] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
const sleep = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

bot.command("start", (ctx) => ctx.reply(`welcome ${ctx.match}`));

bot.hears("ask", (ctx) =>
  ctx.reply("<b>36.5</b>?", {
    parse_mode: "HTML",
    reply_parameters: { message_id: ctx.msg.message_id },
    reply_markup: new InlineKeyboard().text("Yes", "yes").url("Help", "https://example.org/help"),
  }));

bot.callbackQuery("yes", async (ctx) => {
  await ctx.answerCallbackQuery({ text: "noted" });
  await ctx.editMessageText("answered");
});

bot.hears("like", (ctx) => ctx.react("👍"));

bot.on("edited_message:text", (ctx) => ctx.reply(`now ${ctx.editedMessage.text}`));

bot.hears("file", async (ctx) => {
  const sent = await ctx.replyWithDocument(new InputFile(Buffer.from("早上好 report"), "日报告.txt"), { caption: "today" });
  const file = await ctx.api.getFile(sent.document.file_id);
  const content = await (await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`)).text();
  await ctx.reply(`read ${content} from ${sent.document.file_name}`);
});

bot.hears("flood", async (ctx) => {
  try {
    for (let i = 0; i < 100; i++) await ctx.reply(`flood ${i}`);
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
    await sleep(error.parameters.retry_after);
    await ctx.reply(`refused ${error.error_code}`);
  }
});

bot.hears(/^write to (\d+)$/, async (ctx) => {
  try {
    await ctx.api.sendMessage(Number(ctx.match[1]), "hello");
  } catch (error) {
    await ctx.reply(`${error.error_code} ${error.description}`);
  }
});

bot.catch(({ error }) => {
  console.error(error);
  process.exit(1);
});

process.stdin.on("data", () => bot.stop()).on("end", () => bot.stop());
await bot.start({ onStart: (me) => console.log(`ready ${me.username}`) });
process.exit(0);
