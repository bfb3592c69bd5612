using System.Globalization;
using CheckinBot.Core.Digests;
using CheckinBot.Core.Forms;
using CheckinBot.Core.Organisation;
using CheckinBot.Core.Shown;
using CheckinBot.Core.Shown.Pictures;
using CheckinBot.Core.Texts;
using CheckinBot.Digests;
using CheckinBot.Files.Forms;
using CheckinBot.Files.Pictures;
using CheckinBot.Files.Workbooks;
using CheckinBot.LocalSettings;
using CheckinBot.Storage.Engine;
using CheckinBot.Storage.Organisation;

namespace CheckinBot.Files;

/// <summary>Makes the file that somebody ordered, with what they may see at this moment.</summary>
internal sealed class FileMaker(
    Database database, DigestReader digests, UnitRulesLoader rules, FormCatalog forms, Rasteriser rasteriser, OwnDataFile own) : IDisposable
{
    // A county's workbook takes a core for a second and some memory. The other cores go on answering meanwhile.
    private readonly SemaphoreSlim _atOnce = new(2);

    public async Task<MadeFile> Make(FileOrder order, CancellationToken cancellationToken)
    {
        await _atOnce.WaitAsync(cancellationToken);
        try
        {
            await using var session = await database.OpenRead(cancellationToken);
            if (order.Kind == FileKind.OwnData) return await own.Make(session, order, cancellationToken);
            var phrases = new Phrases(order.Language);
            if (await new UnitStore(session).Find(order.UnitId, cancellationToken) is not { } unit) return new MadeFile.Refused(phrases.FileGone);
            var posts = await new PersonStore(session).PostsOfUser(order.UserId, cancellationToken);
            return order.Kind switch
            {
                FileKind.Picture => await Picture(session, order, unit, posts, cancellationToken),
                FileKind.Workbook => await Workbook(session, order, unit, posts, cancellationToken),
                _ => await Form(session, order, unit, posts, cancellationToken),
            };
        }
        catch (FormTooLargeException)
        {
            return new MadeFile.Refused(new Phrases(order.Language).FileTooLarge);
        }
        finally
        {
            _atOnce.Release();
        }
    }

    public void Dispose() => _atOnce.Dispose();

    private async Task<MadeFile> Picture(DbSession session, FileOrder order, Unit unit, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var phrases = new Phrases(order.Language);
        if (!May(posts, Permission.SeeDigest, unit)) return new MadeFile.Refused(phrases.FileNotForYou);
        var digest = await PresentDigest.Read(session, digests, unit, order.Day, order.Slot, cancellationToken);
        var history = await HistoryReader.Read(session, digest.Digest, await rules.For(session, unit.Id, cancellationToken), cancellationToken);
        return await rasteriser.Png(DigestPicture.Svg(history, order.Language), cancellationToken) is { } png
            ? new MadeFile.Ready(
                png, NameOf(unit, "digest", order.Day, "png"), Caption(phrases, unit, order, digest.Digest.Moment, digest.Since), IsPhoto: true)
            : new MadeFile.Refused(phrases.NoPictures);
    }

    private async Task<MadeFile> Workbook(DbSession session, FileOrder order, Unit unit, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var phrases = new Phrases(order.Language);
        if (!May(posts, Permission.SeeDigest, unit)) return new MadeFile.Refused(phrases.FileNotForYou);
        var digest = await PresentDigest.Read(session, digests, unit, order.Day, order.Slot, cancellationToken);
        var held = await rules.For(session, unit.Id, cancellationToken);
        var workbook = await DigestWorkbook.Make(session, digest, held, May(posts, Permission.SeeCases, unit), order.Language, cancellationToken);
        var caption = Caption(phrases, unit, order, digest.Digest.Moment, digest.Since);
        return new MadeFile.Ready(workbook.File, NameOf(unit, phrases.DigestFile, order.Day, "xlsx"), caption, IsPhoto: false)
        {
            Seen = IsLogged(posts, Permission.SeeCases, unit) ? workbook.Named : [],
            Reason = LookReason.Cases,
            ByPersonId = ActingPerson(posts, Permission.SeeCases, unit),
        };
    }

    private async Task<MadeFile> Form(DbSession session, FileOrder order, Unit unit, IReadOnlyList<Post> posts, CancellationToken cancellationToken)
    {
        var phrases = new Phrases(order.Language);
        var held = await rules.For(session, unit.Id, cancellationToken);
        if (forms.OfferedIn(held).FirstOrDefault(one => one.Name == order.Form) is not { } form) return new MadeFile.Refused(phrases.FileGone);
        if (!May(posts, form.Needs, unit)) return new MadeFile.Refused(phrases.FileNotForYou);
        var filled = await new FormRequest(form, unit, order.Day, order.Slot).Fill(session, digests, held, order.Language, cancellationToken);
        var format = order.Kind == FileKind.FormPage ? FormFormat.Html : FormFormat.Xlsx;
        var content = FormRequest.Write(filled, format, order.Language);
        var name = NameOf(unit, filled.Title, order.Day, format == FormFormat.Html ? "html" : "xlsx");
        var caption = $"{filled.Title} · {Caption(phrases, unit, order, filled.Moment, filled.Since)}";
        return new MadeFile.Ready(content, name, caption, IsPhoto: false)
        {
            Seen = IsLogged(posts, form.Needs, unit) ? filled.Named : [],
            Reason = LookReason.Form,
            ByPersonId = ActingPerson(posts, form.Needs, unit),
        };
    }

    private static bool May(IReadOnlyList<Post> posts, Permission permission, Unit unit) => Allowing(posts, permission, unit).Any();

    private static bool IsLogged(IReadOnlyList<Post> posts, Permission permission, Unit unit) =>
        Allowing(posts, permission, unit).All(post => Permissions.IsLogged(post.Role, post.Unit.RelationTo(unit)));

    private static long? ActingPerson(IReadOnlyList<Post> posts, Permission permission, Unit unit) =>
        Allowing(posts, permission, unit).FirstOrDefault()?.PersonId;

    private static IEnumerable<Post> Allowing(IReadOnlyList<Post> posts, Permission permission, Unit unit) =>
        posts.Where(post => Permissions.Allows(post.Role, permission, post.Unit.RelationTo(unit)));

    private static string Caption(Phrases phrases, Unit unit, FileOrder order, DigestMoment moment, SinceSnapshot? since)
    {
        var caption = $"{unit.ShortName} · {phrases.PictureMoment(order.Day, order.Slot, moment.At)}";
        return since is null ? caption : $"{caption}\n{phrases.FileSince(moment.At, since)}";
    }

    private static string NameOf(Unit unit, string what, DateOnly day, string extension)
    {
        var name = $"{(unit.Kind.HoldsPeople() ? unit.ShortName : unit.Name)} {what} {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return string.Concat(name.Where(one => !char.IsControl(one) && !"\\/:*?\"<>|".Contains(one, StringComparison.Ordinal))) + "." + extension;
    }
}
