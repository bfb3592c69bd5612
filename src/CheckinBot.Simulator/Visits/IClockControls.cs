namespace CheckinBot.Simulator.Visits;

/// <summary>The school clock, as far as the page may turn it.</summary>
public interface IClockControls
{
    DateTimeOffset Now { get; }

    /// <summary>Simulated seconds in a real one.</summary>
    double Speed { get; }

    bool Paused { get; }

    /// <summary>The day that was played has come to its end, and the clock stands there.</summary>
    bool DayIsOver { get; }

    /// <param name="speed">Simulated seconds in a real one, above 0.</param>
    void SetSpeed(double speed);

    void Pause();

    void Resume();

    /// <summary>Goes quickly, without skipping anything, to the next thing that a visitor would notice.</summary>
    void JumpToNextEvent();
}
