namespace Telegram.Bot.Types;

/// <summary>A person or a bot.</summary>
public class User
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public long Id { get; set; }

    public bool IsBot { get; set; }

    public string FirstName { get; set; } = default!;

    public string? LastName { get; set; }

    /// <summary>Without the @.</summary>
    public string? Username { get; set; }

    /// <summary>IETF tag of the person's app, such as <c>zh-hans</c>.</summary>
    public string? LanguageCode { get; set; }

    public bool IsPremium { get; set; }

    /// <summary>Told by getMe only.</summary>
    public bool CanJoinGroups { get; set; }

    /// <summary>Privacy mode is off; told by getMe only.</summary>
    public bool CanReadAllGroupMessages { get; set; }

    /// <summary>Number only: a name does not belong in a log.</summary>
    public override string ToString() => Id.ToString(CultureInfo.InvariantCulture);
}
