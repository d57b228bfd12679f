using Fulcrum.Cases;
using Fulcrum.Interchange.Trees;

namespace Fulcrum.Interchange;

/// <summary>
/// How large a foreign negotiation may be: far beyond any that was published, and small enough that its case can be written and read. A numeric issue of a few letters stands
/// for a thousand options, and each for a number of every party, so that a small file could otherwise fill the memory.
/// </summary>
internal static class ForeignSize
{
    public const int MostIssues = 1000;
    public const int MostParties = 64;

    /// <summary>Options of all issues together; also the numbers of all parties together.</summary>
    public const int MostOptions = 200_000;
    public const int MostNumbers = 1_000_000;

    /// <summary>Options named in all rectangles of a party together.</summary>
    public const int MostSides = 1_000_000;

    /// <summary>True, with a problem, when the issues read so far are more than may be.</summary>
    /// <param name="last">The issue read last.</param>
    public static bool Refused(INode last, IReadOnlyList<ForeignIssue> issues, List<CaseProblem> problems)
    {
        string? what = issues.Count > MostIssues ? $"more than {MostIssues} issues" : issues.Sum(i => (long)i.Options.Count) > MostOptions ? $"more than {MostOptions} options" : null;
        if (what is not null)
        {
            problems.Add(InterchangeProblems.TooLargeNegotiation(last, what));
        }
        return what is not null;
    }

    /// <summary>True, with a problem, when so many profiles make more parties or numbers than may be.</summary>
    public static bool Refused(INode last, IReadOnlyList<ForeignIssue> issues, int parties, List<CaseProblem> problems)
    {
        if (parties > MostParties)
        {
            problems.Add(InterchangeProblems.TooManyParties(last, MostParties));
        }
        else if (issues.Sum(i => (long)i.Options.Count) * parties > MostNumbers)
        {
            problems.Add(InterchangeProblems.TooLargeNegotiation(last, $"more than {MostNumbers} numbers of all parties together"));
        }
        else
        {
            return false;
        }
        return true;
    }
}
