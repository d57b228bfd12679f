namespace Fulcrum.Studies;

/// <summary>How far a study has come. <paramref name="TimeLeft"/> is null until it can be estimated.</summary>
public sealed record StudyProgress(int Done, int Total, TimeSpan? TimeLeft);
