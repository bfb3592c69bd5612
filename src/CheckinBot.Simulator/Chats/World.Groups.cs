namespace CheckinBot.Simulator.Chats;

public sealed partial class World
{
    /// <summary>Makes a group; its creator is the first administrator.</summary>
    /// <param name="members">User ids, bots too; administrators need not be repeated.</param>
    /// <param name="administrators">User ids; a person is among them.</param>
    public SimChat AddGroup(
        string title,
        IEnumerable<long> members,
        IEnumerable<long> administrators,
        bool supergroup = false)
    {
        lock (Gate)
        {
            var leaders = administrators.ToHashSet();
            var everybody = leaders.Concat(members).Distinct().ToLookup(_bots.ContainsKey);
            var creator = leaders.FirstOrDefault(id => !_bots.ContainsKey(id));
            if (creator == 0)
            {
                throw new ArgumentException("A group needs a person as administrator.", nameof(administrators));
            }

            var chat = NewGroup(title, supergroup);
            foreach (var id in everybody[false])
            {
                Join(chat, Known(id), id == creator ? MemberStatus.Creator : leaders.Contains(id) ? MemberStatus.Administrator : MemberStatus.Member);
            }

            // Bots come last, each with the updates that tell it so.
            Post(new SimMessage { Chat = chat, From = Known(creator), Date = Now, Service = new ServiceEvent.GroupCreated() });
            foreach (var id in everybody[true])
            {
                AddMember(chat.Id, id, creator, asAdministrator: leaders.Contains(id));
            }

            return chat;
        }
    }

    /// <summary>Brings a person or a bot into a group; bots get <c>my_chat_member</c> and <c>new_chat_members</c>.</summary>
    public void AddMember(long groupId, long userId, long byUserId, bool asAdministrator = false)
    {
        lock (Gate)
        {
            var chat = Resolve(byUserId, groupId);
            var user = Known(userId);
            var status = asAdministrator ? MemberStatus.Administrator : MemberStatus.Member;
            var before = chat.Members.TryGetValue(userId, out var old) ? old : MemberStatus.Left;
            Join(chat, user, status);
            TellMembership(chat, user, Known(byUserId), before, status);
            if (before > MemberStatus.Member)
            {
                Post(new SimMessage { Chat = chat, From = Known(byUserId), Date = Now, Service = new ServiceEvent.MembersJoined([user]) });
            }

            Publish(new WorldEvent.ChatChanged(chat));
        }
    }

    /// <summary>Makes a member, person or bot, an administrator, or an ordinary member again.</summary>
    public void SetAdministrator(long groupId, long userId, long byUserId, bool administrator = true)
    {
        lock (Gate)
        {
            var chat = Resolve(byUserId, groupId);
            var before = chat.Members[userId];
            var after = administrator ? MemberStatus.Administrator : MemberStatus.Member;
            chat.Members[userId] = after;
            TellMembership(chat, Known(userId), Known(byUserId), before, after);
            Publish(new WorldEvent.ChatChanged(chat));
        }
    }

    /// <summary>Somebody leaves, or is removed when <paramref name="byUserId"/> is another one.</summary>
    public void RemoveMember(long groupId, long userId, long byUserId)
    {
        lock (Gate)
        {
            RemoveFrom(Resolve(byUserId, groupId), Known(userId), Known(byUserId));
        }
    }

    internal void RemoveFrom(SimChat chat, SimUser user, SimUser by)
    {
        var before = chat.Members[user.Id];
        var after = by.Id == user.Id ? MemberStatus.Left : MemberStatus.Kicked;
        var bot = _bots.GetValueOrDefault(user.Id);
        if (bot is null || after == MemberStatus.Left)
        {
            Post(new SimMessage { Chat = chat, From = by, Date = Now, Service = new ServiceEvent.MemberLeft(user) });
        }

        chat.Members[user.Id] = after;
        if (bot is not null)
        {
            chat.Bots.Remove(bot);
        }

        TellMembership(chat, user, by, before, after);
        Publish(new WorldEvent.ChatChanged(chat));
    }

    public void Rename(long groupId, string title, long byUserId)
    {
        lock (Gate)
        {
            var chat = Resolve(byUserId, groupId);
            chat.Title = title;
            Post(new SimMessage { Chat = chat, From = Known(byUserId), Date = Now, Service = new ServiceEvent.TitleChanged(title) });
            Publish(new WorldEvent.ChatChanged(chat));
        }
    }

    /// <summary>Turns a group into a supergroup with a new id; calls with the old one get 400 with <c>migrate_to_chat_id</c>.</summary>
    public SimChat Migrate(long groupId)
    {
        lock (Gate)
        {
            var old = _groups[groupId];
            if (old.Kind == ChatKind.Supergroup || old.MigratedTo is not null)
            {
                throw new InvalidOperationException("The group is a supergroup already.");
            }

            var chat = NewGroup(old.Title!, supergroup: true);
            foreach (var (id, status) in old.Members)
            {
                if (status <= MemberStatus.Member)
                {
                    Join(chat, _users[id], status);
                }
            }

            var creator = _users[old.Members.First(m => m.Value == MemberStatus.Creator).Key];
            Post(new SimMessage { Chat = old, From = creator, Date = Now, Service = new ServiceEvent.MigratedTo(chat.Id) });
            Post(new SimMessage { Chat = chat, From = creator, Date = Now, Service = new ServiceEvent.MigratedFrom(old.Id) });
            old.MigratedTo = chat.Id;
            foreach (var id in old.Members.Keys)
            {
                _users[id].Chats.Remove(old);
            }

            Publish(new WorldEvent.ChatChanged(old));
            return chat;
        }
    }

    private SimChat NewGroup(string title, bool supergroup)
    {
        var chat = new SimChat
        {
            Id = supergroup ? --_lastSupergroupId : --_lastGroupId,
            Kind = supergroup ? ChatKind.Supergroup : ChatKind.Group,
            Title = title,
        };
        _groups.Add(chat.Id, chat);
        return chat;
    }

    private void Join(SimChat chat, SimUser user, MemberStatus status)
    {
        if (!chat.Members.ContainsKey(user.Id))
        {
            user.Chats.Add(chat);
        }

        chat.Members[user.Id] = status;
        if (_bots.GetValueOrDefault(user.Id) is { } bot && !chat.Bots.Contains(bot))
        {
            chat.Bots.Add(bot);
        }
    }
}
