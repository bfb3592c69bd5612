namespace CheckinBot.Core.Digests;

/// <summary>Orders unit paths as people count: 2班 before 10班.</summary>
public sealed class UnitPathOrder : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static UnitPathOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var (left, right) = (x ?? "", y ?? "");
        int i = 0, j = 0;
        while (i < left.Length && j < right.Length)
        {
            if (char.IsAsciiDigit(left[i]) && char.IsAsciiDigit(right[j]))
            {
                var byNumber = TakeNumber(left, ref i).CompareTo(TakeNumber(right, ref j));
                if (byNumber != 0) return byNumber;
            }
            else
            {
                var (a, b) = (left[i++], right[j++]);
                if (a != b) return a.CompareTo(b);
            }
        }

        return (left.Length - i).CompareTo(right.Length - j) is var rest && rest != 0 ? rest : string.CompareOrdinal(left, right);
    }

    // Numbers beyond 18 digits are no class numbers; they are cut into pieces that still compare.
    private static long TakeNumber(string text, ref int at)
    {
        long number = 0;
        for (var digits = 0; digits < 18 && at < text.Length && char.IsAsciiDigit(text[at]); digits++, at++)
        {
            number = (number * 10) + (text[at] - '0');
        }

        return number;
    }
}
