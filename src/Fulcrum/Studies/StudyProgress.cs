namespace Fulcrum.Studies;

/// <summary>How far a study has come. <paramref name="TimeLeft"/> is null until it can be estimated.</summary>
public sealed record StudyProgress(long Done, long Total, TimeSpan? TimeLeft);
