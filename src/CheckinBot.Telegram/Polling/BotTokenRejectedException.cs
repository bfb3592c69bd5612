namespace CheckinBot.Telegram.Polling;

/// <summary>Telegram does not know the token, so trying again cannot help. The message says what to do, without the token.</summary>
public sealed class BotTokenRejectedException(Exception innerException) : Exception(
    "Telegram does not accept the bot token. Take the current one from @BotFather (/mybots, API Token) and set it as Telegram:BotToken.",
    innerException);
