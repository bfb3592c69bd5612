namespace Telegram.Bot.Types;

/// <summary>A reaction to a message.</summary>
[JsonConverter(typeof(ReactionTypeConverter))]
public abstract class ReactionType
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public abstract ReactionTypeKind Type { get; }

    public static implicit operator ReactionType(string emoji) => new ReactionTypeEmoji { Emoji = emoji };
}

/// <summary>One of the emoji that Telegram allows as reactions.</summary>
public class ReactionTypeEmoji : ReactionType
{
    public override ReactionTypeKind Type => ReactionTypeKind.Emoji;

    public string Emoji { get; set; } = default!;
}
