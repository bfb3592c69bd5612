using CheckinBot.Core.Organisation;

namespace CheckinBot.Files;

/// <summary>What became of an order.</summary>
internal abstract record MadeFile
{
    private MadeFile()
    {
    }

    /// <summary>A file to send.</summary>
    /// <param name="Content">Its bytes.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Caption">What is said with it.</param>
    /// <param name="IsPhoto">Shown as a picture.</param>
    public sealed record Ready(byte[] Content, string Name, string Caption, bool IsPhoto) : MadeFile
    {
        /// <summary>Whose health it shows by name to somebody whose looks are logged.</summary>
        public IReadOnlyList<long> Seen { get; init; } = [];

        /// <summary>Why.</summary>
        public LookReason Reason { get; init; }

        /// <summary>The member of staff as whom they look.</summary>
        public long? ByPersonId { get; init; }
    }

    /// <summary>No file; the user is told why.</summary>
    public sealed record Refused(string Text) : MadeFile;
}
