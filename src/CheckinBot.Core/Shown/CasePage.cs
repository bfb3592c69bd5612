using CheckinBot.Core.Buttons;
using CheckinBot.Core.Cases;
using CheckinBot.Core.CheckIns;
using CheckinBot.Core.Texts;

namespace CheckinBot.Core.Shown;

/// <summary>A case as one message: where it stands, what was told and done, and what can be done next.</summary>
internal sealed record CasePage(CaseDetails Case, Phrases Phrases, DateTimeOffset Now)
{
    // What staff say of an illness, in the order in which it usually goes.
    private static readonly CaseMove[] SaidOfIllness = [CaseMove.SeeDoctor, CaseMove.Diagnose, CaseMove.Improve, CaseMove.Relapse];

    /// <summary>The reader may clear a return.</summary>
    public bool MayClear { get; init; }

    /// <summary>The reader looks after it.</summary>
    public bool IsMine { get; init; }

    /// <summary>The message.</summary>
    public string Text => string.Join('\n', Lines());

    /// <summary>What the reader may do about it now.</summary>
    public Keyboard Keyboard
    {
        get
        {
            if (File.State == CaseState.Closed) return Keyboard.None;
            var rows = new List<Button>();
            if (!IsMine) rows.Add(Button(Phrases.CaseTakeButton, CaseMove.TakeOn));
            if (File.Matter == CaseMatter.Illness) rows.AddRange(SaidOfIllness.Where(Leads).Select(move => Button(Phrases.CaseMoveButton(move), move)));
            if (MayClear && File.Matter != CaseMatter.Other && Leads(CaseMove.Clear)) rows.Add(Button(Phrases.CaseMoveButton(CaseMove.Clear), CaseMove.Clear));
            if (File.State is CaseState.ReadyToReturn or CaseState.Returned) rows.Add(Closing(CaseClosing.Recovered));
            rows.Add(new Button(Phrases.CaseCloseButton, ButtonData.Standing(Verbs.CaseClose, Id)));
            return Keyboard.Grid(2, rows);
        }
    }

    /// <summary>The reasons for which it may be closed, and the way back.</summary>
    public Keyboard Reasons => Keyboard.Column(
    [
        .. Enum.GetValues<CaseClosing>().Where(reason => CaseTable.MayClose(File.Matter, File.State, reason)).Select(Closing),
        new Button(Phrases.BackButton, ButtonData.Standing(Verbs.CaseOpen, Id)),
    ]);

    /// <summary>Opens it from elsewhere.</summary>
    public Keyboard ShowButton => Keyboard.Row(OpenButton(File));

    private CaseFile File => Case.File;

    private string Id => ButtonData.Number(File.Id);

    /// <summary>The button that opens a case.</summary>
    public static Button OpenButton(CaseFile file) =>
        new(Phrases.CaseOpenButton(file.Person.Name, file.State), ButtonData.Standing(Verbs.CaseOpen, ButtonData.Number(file.Id)));

    private IEnumerable<string> Lines()
    {
        yield return Phrases.CaseHead(File.Person.Name, File.Unit.ShortName, File.Matter);
        yield return Phrases.CaseStands(File.State, File.State == CaseState.Closed ? [] : [.. File.Owners.Select(one => one.Name)]);
        if (File.IsOverdue(Now)) yield return Phrases.CaseOverdue(At(File.DueAt));
        if (File.Note is { } note) yield return Phrases.CaseNote(note);
        foreach (var line in Course()) yield return line;
        foreach (var block in File.State is CaseState.ReadyToReturn or CaseState.Returned or CaseState.Closed ? [] : Case.Blocks)
            yield return Phrases.CaseBlock(block, At(block.At));
        foreach (var rule in ReturnRule.Of(Told).Where(rule => rule.IsForDoctors)) yield return Phrases.CaseDoctorSays(rule.Disease);
    }

    // What was told and what was done, in the order in which it came.
    private IEnumerable<string> Course() => File.Told
        .Select(told => (At: told.ToldAt ?? told.ReportedAt, Line: Phrases.CaseTold(told.Day, told.Slot, AnswerLines.Facts(Phrases, told.Answer))))
        .Concat(File.Entries.Select(entry => (entry.At, Line: Phrases.CaseDone(At(entry.At), entry))))
        .OrderBy(one => one.At).Select(one => one.Line);

    private Diseases Told => File.Told.Aggregate(Diseases.None, (all, one) => all | one.Answer.Diseases);

    private DateTimeOffset At(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Case.Zone);

    private bool Leads(CaseMove move) => CaseTable.After(File.State, move) is { } after && after != File.State;

    private Button Button(string text, CaseMove move) => new(text, ButtonData.Standing(Verbs.CaseMove, Id, ButtonData.Number((int)move)));

    private Button Closing(CaseClosing reason) => new(
        Phrases.CaseClosingName(reason),
        ButtonData.Standing(Verbs.CaseMove, Id, ButtonData.Number((int)CaseMove.Close), ButtonData.Number((int)reason)));
}
