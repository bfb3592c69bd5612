using CheckinBot.Core.Organisation;

namespace CheckinBot.Core.Conversations.Turns;

/// <summary>Judges whether the user of a context may act, by the links and posts that hold at that moment.</summary>
internal static class Authority
{
    /// <summary>Whether the user may report for this person: as guardian, as the person, or by a post at or above the class.</summary>
    public static bool MayCheckIn(ConversationContext context, Subject subject) => subject.Relation switch
    {
        Relation.Self or Relation.Guardian => Permissions.Allows(Role.Student, Permission.CheckIn, subject.Relation),
        _ => May(context, Permission.CheckIn, subject.Unit) || (subject.House is { } house && May(context, Permission.CheckIn, house)),
    };

    /// <summary>
    /// The entry that the log of looks needs when this user sees what was told about a person; null for the family, the
    /// person and the class teacher. Somebody who answers for a boarding house is no class teacher.
    /// </summary>
    public static Effect.LogLook? LookAt(ConversationContext context, Subject subject)
    {
        if (subject.Relation is Relation.Self or Relation.Guardian) return null;
        var byClass = context.Posts.Where(post => Permissions.Allows(post.Role, Permission.SeeReading, post.Unit.RelationTo(subject.Unit))).ToList();
        if (byClass.Any(post => !Permissions.IsLogged(post.Role, post.Unit.RelationTo(subject.Unit)))) return null;
        return new Effect.LogLook([subject.Person.Id], LookReason.Reading, LookVia.Chat, byClass.Count > 0 ? byClass[0].PersonId : ActingPerson(context));
    }

    /// <summary>Whether the user may do something at a unit, by any post.</summary>
    public static bool May(ConversationContext context, Permission permission, Unit unit) =>
        context.Posts.Any(post => Permissions.Allows(post.Role, permission, post.Unit.RelationTo(unit)));

    /// <summary>The person as whom a member of staff acts; null for a guardian.</summary>
    public static long? ActingPerson(ConversationContext context) => context.Posts.Count == 0 ? null : context.Posts[0].PersonId;

    /// <summary>
    /// The entry that the log of looks needs when this user sees named people's health at a unit by a post with
    /// that permission; null where it needs none, because class teachers look at their own class or nobody was named.
    /// </summary>
    public static Effect.LogLook? Look(
        ConversationContext context, Permission permission, Unit unit, IReadOnlyList<long> personIds, LookReason reason, LookVia via = LookVia.Chat)
    {
        var posts = context.Posts.Where(post => Permissions.Allows(post.Role, permission, post.Unit.RelationTo(unit))).ToList();
        return personIds.Count == 0 || posts.Count == 0 || posts.Any(post => !Permissions.IsLogged(post.Role, post.Unit.RelationTo(unit)))
            ? null
            : new Effect.LogLook(personIds, reason, via, posts[0].PersonId);
    }
}
