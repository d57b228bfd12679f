using Fulcrum.Cases;

namespace Fulcrum;

/// <summary>Which case to read: the base case, or with a reading, and then with single assumptions changed.</summary>
public sealed record CaseRequest(ReadingId? Reading, IReadOnlyList<Override> Changes)
{
    public static readonly CaseRequest Base = new(null, []);
}

/// <summary>An answer, or the problems that stand in its way; warnings travel with the answer.</summary>
public sealed record Answer<T>(T? Value, IReadOnlyList<CaseProblem> Problems) where T : class
{
    public bool Ok => Value is not null;
}

public sealed record AnalyzeOptions
{
    public CaseRequest Request { get; init; } = CaseRequest.Base;

    /// <summary>How many times the numbers are drawn; at least 1.</summary>
    public int Draws { get; init; } = 500;

    public ulong Seed { get; init; } = 1;

    /// <summary>Moves after this date are left out; the case's own as-of date when null.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Worker threads; 0 for one per processor. Changes no result.</summary>
    public int Threads { get; init; }

    /// <summary>Also run the stress tests and the checks of the headline, with a quarter of the draws: at least 50 where as many are asked for, at most 100.</summary>
    public bool Checks { get; init; } = true;

    /// <summary>Measures the time left.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
