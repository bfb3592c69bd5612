namespace CheckinBot.Storage.Users;

/// <summary>Who looks at somebody's health, or changes a setting.</summary>
/// <param name="UserId">The Telegram user; null for the operator.</param>
/// <param name="PersonId">The member of staff who that user is; null where none.</param>
/// <param name="Account">The operating system's account, for the operator.</param>
public sealed record Looker(long? UserId, long? PersonId, string? Account)
{
    /// <summary>A user in a chat.</summary>
    public static Looker User(long userId, long? personId) => new(userId, personId, null);

    /// <summary>Whoever runs a verb of the program.</summary>
    public static Looker Operator(string account) => new(null, null, account);
}
