"""The same small bot on python-telegram-bot 13 (Debian's), unchanged. Arguments: base URL, token."""
import io
import sys
import time

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import RetryAfter, TelegramError, Unauthorized
from telegram.ext import CallbackQueryHandler, CommandHandler, Filters, MessageHandler, Updater

base, token = sys.argv[1:3]
updater = Updater(token, base_url=base + "/bot", base_file_url=base + "/file/bot")


def start(update, context):
    update.message.reply_text("welcome " + " ".join(context.args))


def ask(update, context):
    buttons = [[InlineKeyboardButton("Yes", callback_data="yes"), InlineKeyboardButton("Help", url="https://example.org/help")]]
    update.message.reply_text("<b>36.5</b>?", parse_mode="HTML", quote=True, reply_markup=InlineKeyboardMarkup(buttons))


def tapped(update, context):
    update.callback_query.answer(text="noted")
    update.callback_query.edit_message_text("answered")


def edited(update, context):
    update.edited_message.reply_text("now " + update.edited_message.text)


def file(update, context):
    sent = update.message.reply_document(io.BytesIO("早上好 report".encode()), filename="日报告.txt", caption="today")
    content = bytes(context.bot.get_file(sent.document.file_id).download_as_bytearray()).decode()
    update.message.reply_text("read " + content + " from " + sent.document.file_name)


def flood(update, context):
    try:
        for i in range(100):
            update.message.reply_text("flood %d" % i)
    except RetryAfter as error:
        time.sleep(error.retry_after)
        update.message.reply_text("refused 429")


def write(update, context):
    try:
        context.bot.send_message(int(context.match.group(1)), "hello")
    except Unauthorized as error:
        update.message.reply_text("403 " + error.message)
    except TelegramError as error:
        update.message.reply_text(error.message)


bot = updater.dispatcher
bot.add_handler(MessageHandler(Filters.update.edited_message, edited))
bot.add_handler(CommandHandler("start", start))
bot.add_handler(CallbackQueryHandler(tapped, pattern="^yes$"))
bot.add_handler(MessageHandler(Filters.regex("^ask$"), ask))
bot.add_handler(MessageHandler(Filters.regex("^file$"), file))
bot.add_handler(MessageHandler(Filters.regex("^flood$"), flood))
bot.add_handler(MessageHandler(Filters.regex(r"^write to (\d+)$"), write))
updater.start_polling(timeout=1)
print("ready " + updater.bot.get_me().username, flush=True)
sys.stdin.read()
updater.stop()
