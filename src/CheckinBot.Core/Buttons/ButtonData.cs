using System.Globalization;

namespace CheckinBot.Core.Buttons;

/// <summary>
/// What a button carries: <c>epoch.verb.arguments…</c>, the epoch in base 36, at most 64 bytes.
/// Epoch 0 belongs to no dialog: such a button is judged by the rights and facts that hold when it is pressed.
/// </summary>
public sealed record ButtonData(int Epoch, string Verb, IReadOnlyList<string> Arguments)
{
    /// <summary>The most that Telegram carries, in bytes.</summary>
    public const int MaxBytes = 64;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>A button under a dialog's question.</summary>
    public static ButtonData Of(int epoch, string verb, params IReadOnlyList<string> arguments) => new(epoch, verb, arguments);

    /// <summary>A button that belongs to no dialog.</summary>
    public static ButtonData Standing(string verb, params IReadOnlyList<string> arguments) => new(0, verb, arguments);

    /// <summary>Reads what came back; null where it is not one of our buttons.</summary>
    public static ButtonData? Parse(string? data)
    {
        if (string.IsNullOrEmpty(data) || data.Length > MaxBytes) return null;
        var parts = data.Split('.');
        if (parts.Length < 2 || parts[1].Length == 0 || ReadNumber(parts[0]) is not (>= 0 and <= int.MaxValue and var epoch)) return null;
        return new((int)epoch, parts[1], parts[2..]);
    }

    /// <summary>A number in base 36, as epochs and ids are carried.</summary>
    public static string Number(long value)
    {
        if (value < 0) return "-" + Number(-value);
        if (value < 36) return Digits[(int)value].ToString();
        return Number(value / 36) + Digits[(int)(value % 36)];
    }

    /// <summary>A day, as buttons carry it: days since 2020-01-01 in base 36.</summary>
    public static string Day(DateOnly day) => Number(day.DayNumber - FirstDay.DayNumber);

    /// <summary>The argument at a place as a number; null where it is missing or not a number.</summary>
    public long? NumberAt(int index) => index < Arguments.Count ? ReadNumber(Arguments[index]) : null;

    /// <summary>The argument at a place as a page of a list, from 0.</summary>
    public int PageAt(int index) => (int)Math.Clamp(NumberAt(index) ?? 0, 0, 100);

    /// <summary>The argument at a place as a day; null where there is none.</summary>
    public DateOnly? DayAt(int index) =>
        NumberAt(index) is >= 0 and < 100_000 and var days ? FirstDay.AddDays((int)days) : null;

    /// <inheritdoc/>
    public override string ToString() => Arguments.Count == 0
        ? $"{Number(Epoch)}.{Verb}"
        : string.Create(CultureInfo.InvariantCulture, $"{Number(Epoch)}.{Verb}.{string.Join('.', Arguments)}");

    private static DateOnly FirstDay { get; } = new(2020, 1, 1);

    private static long? ReadNumber(string text)
    {
        if (text.Length is 0 or > 13) return null;
        var negative = text[0] == '-';
        long value = 0;
        foreach (var digit in text.AsSpan(negative ? 1 : 0))
        {
            var place = Digits.IndexOf(digit, StringComparison.Ordinal);
            if (place < 0 || value > (long.MaxValue - 35) / 36) return null;
            value = (value * 36) + place;
        }

        return negative ? -value : value;
    }
}
