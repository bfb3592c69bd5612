namespace CheckinBot.Storage.Engine;

/// <summary>
/// Works of which none is to be stored before one that was given earlier: where the database fails one of them, those behind it fail
/// too, whenever they were given, and all of them are given again together. What fails by its own fault lets the others pass.
/// </summary>
public sealed class WorkOrder
{
    /// <summary>What the database failed one of them by; null while it has not.</summary>
    internal Exception? BrokenBy { get; private set; }

    internal void Note(Exception fault)
    {
        if (!DatabaseFault.IsOfTheWork(fault)) BrokenBy ??= fault;
    }
}
