using CheckinBot.Configuration;
using CheckinBot.Storage;

namespace CheckinBot.Demo;

/// <summary>TEMPORARY until the real import is there.</summary>
internal static class Registry
{
    public static async Task<Dictionary<(string Unit, string Number), string>> Enter(Settings settings, string csv, TimeProvider time, CancellationToken cancellationToken)
    {
        var database = new Database(settings.Storage);
        await new Migrator(database, time).Migrate(cancellationToken);
        await using var session = await database.OpenWrite(cancellationToken);
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).ToList();
        var units = new Dictionary<string, long>();
        var classes = lines.Where(l => l[1] == "student").Select(l => l[0]).ToHashSet();
        async Task<long> Unit(string path)
        {
            if (units.TryGetValue(path, out var id)) return id;
            var cut = path.LastIndexOf('/');
            long? parent = cut < 0 ? null : await Unit(path[..cut]);
            id = units.Count + 1;
            units[path] = id;
            var name = path[(cut + 1)..];
            var kind = classes.Contains(path) ? "class" : name.EndsWith('学') ? "school" : name.EndsWith('级') ? "grade" : "area";
            long? school = kind == "school" ? id : path.Split('/').Length > 2 ? units[string.Join('/', path.Split('/').Take(2))] : null;
            await session.Execute("insert into unit (id, parent_id, name, path, kind, school_id) values (@id, @parent, @name, @path, @kind, @school)", new { id, parent, name, path, kind, school }, cancellationToken);
            for (var (p, d) = (path, 0); ; d++)
            {
                await session.Execute("insert into unit_ancestor values (@id, @a, @d)", new { id, a = units[p], d }, cancellationToken);
                if (!p.Contains('/')) break;
                p = p[..p.LastIndexOf('/')];
            }

            return id;
        }

        var codes = new Dictionary<(string, string), string>();
        foreach (var l in lines.OrderBy(l => l[0].Length))
        {
            var unit = await Unit(l[0]);
            long id = codes.Count + 1;
            await session.Execute("insert into person (id, unit_id, role, name, number, language, expected) values (@id, @unit, @role, @name, @number, @lang, @expected)",
                new { id, unit, role = l[1], name = l[2], number = l[3], lang = l[4], expected = l[1] != "official" }, cancellationToken);
            await session.Execute("insert into post values (@id, @unit, @role)", new { id, unit, role = l[1] }, cancellationToken);
            var code = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16)).ToLowerInvariant();
            await session.Execute("insert into invitation (code, person_id, created_at) values (@code, @id, @now)", new { code, id, now = time.GetUtcNow() }, cancellationToken);
            codes[(l[0], l[3])] = code;
        }

        await session.Commit(cancellationToken);
        return codes;
    }
}
