namespace Fulcrum.Cases.Editing;

public enum SaveOutcome
{
    /// <summary>The new content stands there.</summary>
    Saved,

    /// <summary>The file is no longer what it was when it was read; nothing was written.</summary>
    ChangedMeanwhile,

    /// <summary>Another program is saving the same file and does not finish; nothing was written.</summary>
    Busy,

    /// <summary>The system refused (no permission, no space); nothing was written.</summary>
    Refused,
}

/// <summary>How a save ended. Whatever the outcome, the file is complete: its old or its new content.</summary>
/// <param name="Version">What stands there after a save; null when nothing was written.</param>
/// <param name="Why">The system's reason for a refusal, otherwise null.</param>
public sealed record SaveResult(SaveOutcome Outcome, FileVersion? Version, string? Why)
{
    public bool Ok => Outcome == SaveOutcome.Saved;
}
