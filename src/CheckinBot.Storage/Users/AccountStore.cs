using CheckinBot.Core.Organisation;
using CheckinBot.Storage.Engine;

namespace CheckinBot.Storage.Users;

/// <summary>A Telegram user who has spoken to the bot.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Language">The language that they chose; null before any choice.</param>
/// <param name="Reachable">Can be written to in private.</param>
/// <param name="SeenLanguage">The language in which they were last answered; null where Telegram never told theirs.</param>
public sealed record Account(long UserId, Language? Language, bool Reachable, Language? SeenLanguage = null)
{
    /// <summary>The language in use: the one that they chose, else the one in which they were last answered.</summary>
    public Language? Spoken => Language ?? SeenLanguage;
}

/// <summary>What is stored about users themselves.</summary>
public sealed class AccountStore(DbSession session)
{
    private static readonly HotStatement Select = new("select user_id, language, reachable, seen_language from account where user_id = @userId");

    /// <summary>The account; null where the user has never spoken to the bot.</summary>
    public async ValueTask<Account?> Find(long userId, CancellationToken cancellationToken) =>
        (await session.Query(Select, Read, cancellationToken, userId)).SingleOrDefault();

    /// <summary>Notes a user who speaks for the first time.</summary>
    public Task Add(long userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = "insert into account (user_id, first_seen_at) values (@userId, @now) on conflict do nothing";
        return session.Execute(Sql, new { userId, now }, cancellationToken);
    }

    /// <summary>Keeps the language that a user chose.</summary>
    public Task SetLanguage(long userId, Language language, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into account (user_id, language, first_seen_at) values (@userId, @language, @now)
            on conflict (user_id) do update set language = excluded.language
            """;
        return session.Execute(Sql, new { userId, language = language.ToTag(), now }, cancellationToken);
    }

    /// <summary>Keeps in which language a user is answered by the language of their Telegram; nothing is kept of strangers.</summary>
    public Task SeeLanguage(long userId, Language language, CancellationToken cancellationToken)
    {
        const string Sql = "update account set seen_language = @language where user_id = @userId";
        return session.Execute(Sql, new { userId, language = language.ToTag() }, cancellationToken);
    }

    /// <summary>Whether the user can be written to; where not, why (such as <c>blocked</c>).</summary>
    public Task SetReachable(long userId, string? unreachableReason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        const string Sql = """
            insert into account (user_id, reachable, unreachable_reason, first_seen_at)
            values (@userId, @reachable, @unreachableReason, @now)
            on conflict (user_id) do update set reachable = excluded.reachable, unreachable_reason = excluded.unreachable_reason
            """;
        return session.Execute(Sql, new { userId, reachable = unreachableReason is null, unreachableReason, now }, cancellationToken);
    }

    /// <summary>
    /// Deletes what is stored about a user. Check-ins stay with the school, without the reporter's user id and name, so
    /// that the counts hold. That the class teacher removed somebody is kept: it guards the pupil.
    /// </summary>
    public async Task Delete(long userId, CancellationToken cancellationToken)
    {
        const string Anonymise = """
            update check_in set reporter_user_id = null, reporter_name = null, chat_id = null, message_id = null
            where reporter_user_id = @userId
            """;
        const string Unbind = "update group_chat set bound_by = null where bound_by = @userId";
        const string Conversations = "delete from conversation where user_id = @userId";
        const string Uses = "delete from invitation_use where user_id = @userId";
        const string Failures = "delete from code_failure where user_id = @userId";
        const string Asked = "delete from asked where user_id = @userId";
        const string Question = "delete from shown_question where chat_id = @userId";
        const string Help = "delete from help_request where user_id = @userId";
        const string Told = "update hearsay set by_user_id = null, by_name = '' where by_user_id = @userId";
        const string Removed = "update removed_guardian set display_name = null where user_id = @userId";
        const string Links = "delete from link where user_id = @userId";
        const string Self = "delete from account where user_id = @userId";
        string[] all = [Anonymise, Unbind, Conversations, Uses, Failures, Asked, Question, Help, Told, Removed, Links, Self];
        foreach (var sql in all)
        {
            await session.Execute(sql, new { userId }, cancellationToken);
        }
    }

    private static Account Read(IRow row) =>
        new(row.GetInt64(0), LanguageTag.Parse(row.TextOrNull(1)), row.GetBoolean(2), LanguageTag.Parse(row.TextOrNull(3)));
}
