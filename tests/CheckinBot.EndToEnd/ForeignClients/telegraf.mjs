// The same small bot on Telegraf, unchanged. Arguments and modules as in grammy.mjs.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.CHECKINBOT_NODE_MODULES, "any.js"));
const { Markup, Telegraf } = require("telegraf");
const [apiRoot, token] = process.argv.slice(2);
const bot = new Telegraf(token, { telegram: { apiRoot } });
const sleep = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));

bot.start((ctx) => ctx.reply(`welcome ${ctx.payload}`));

bot.hears("ask", (ctx) =>
  ctx.replyWithHTML("<b>36.5</b>?", {
    reply_parameters: { message_id: ctx.message.message_id },
    ...Markup.inlineKeyboard([Markup.button.callback("Yes", "yes"), Markup.button.url("Help", "https://example.org/help")]),
  }));

bot.action("yes", async (ctx) => {
  await ctx.answerCbQuery("noted");
  await ctx.editMessageText("answered");
});

bot.hears("like", (ctx) => ctx.react("👍"));

bot.on("edited_message", (ctx) => ctx.reply(`now ${ctx.editedMessage.text}`));

bot.hears("file", async (ctx) => {
  const sent = await ctx.replyWithDocument({ source: Buffer.from("早上好 report"), filename: "日报告.txt" }, { caption: "today" });
  const link = await ctx.telegram.getFileLink(sent.document.file_id);
  const content = await (await fetch(link)).text();
  await ctx.reply(`read ${content} from ${sent.document.file_name}`);
});

bot.hears("flood", async (ctx) => {
  try {
    for (let i = 0; i < 100; i++) await ctx.reply(`flood ${i}`);
  } catch (error) {
    await sleep(error.response.parameters.retry_after);
    await ctx.reply(`refused ${error.response.error_code}`);
  }
});

bot.hears(/^write to (\d+)$/, async (ctx) => {
  try {
    await ctx.telegram.sendMessage(Number(ctx.match[1]), "hello");
  } catch (error) {
    await ctx.reply(`${error.response.error_code} ${error.response.description}`);
  }
});

bot.catch((error) => {
  console.error(error);
  process.exit(1);
});

process.stdin.on("data", () => bot.stop()).on("end", () => bot.stop());
await bot.launch(() => console.log(`ready ${bot.botInfo.username}`));
process.exit(0);
