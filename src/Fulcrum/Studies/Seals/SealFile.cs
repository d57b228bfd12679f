using System.Globalization;
using System.Text;
using Fulcrum.Cases;
using Fulcrum.Cases.Editing;
using Fulcrum.Cases.Files;

namespace Fulcrum.Studies.Seals;

/// <summary>A seal on disk, and beside it the outcomes of its predictions, one a line, the latest last.</summary>
public static class SealFile
{
    /// <summary>Added to the name of the seal.</summary>
    public const string OutcomesSuffix = ".outcomes";

    /// <summary>The seal; or null and why it is refused.</summary>
    public static (Seal? Seal, CaseProblem? Problem) Read(string file)
    {
        if (!File.Exists(file))
        {
            return (null, SealProblems.NoFile(file));
        }
        try
        {
            if (PlainFile.Length(file) is null)
            {
                return (null, SealProblems.Unreadable(file, PlainFile.Other));
            }
            (Seal? seal, string? refusal) = Seal.Read(File.ReadAllText(file));
            return seal is null ? (null, SealProblems.Broken(file, refusal!)) : (seal, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, SealProblems.Unreadable(file, e.Message));
        }
    }

    /// <summary>Null when it was saved; else why not.</summary>
    public static CaseProblem? Write(string file, Seal seal) => Save(file, seal.Text);

    /// <summary>What has been entered so far, in the order of entering; lines that are no outcomes of the seal are problems.</summary>
    public static (IReadOnlyList<SealOutcome> Outcomes, IReadOnlyList<CaseProblem> Problems) Outcomes(string file, Seal seal)
    {
        List<SealOutcome> outcomes = [];
        List<CaseProblem> problems = [];
        string beside = file + OutcomesSuffix;
        string[] lines = File.Exists(beside) ? File.ReadAllLines(beside) : [];
        for (int i = 0; i < lines.Length; i++)
        {
            if (SealOutcome.Read(lines[i]) is { } outcome && Known(seal).Contains(outcome.Id))
            {
                outcomes.Add(outcome);
            }
            else if (lines[i].Trim().Length > 0)
            {
                problems.Add(SealProblems.BadLine(beside, i + 1, lines[i]));
            }
        }
        return (outcomes, problems);
    }

    /// <summary>Adds outcomes; all or, when one is wrong, none. Earlier ones stay.</summary>
    /// <param name="texts">ID=yes, ID=no, or ID=number for a range.</param>
    /// <param name="on">The day on which it was so.</param>
    /// <returns>How many outcomes there are now; 0 with problems.</returns>
    public static (int Count, IReadOnlyList<CaseProblem> Problems) Enter(string file, Seal seal, IReadOnlyList<string> texts, DateOnly on)
    {
        (SealOutcome? Outcome, CaseProblem? Problem)[] read = [.. texts.Select(t => OutcomeOf(seal, t, on))];
        (IReadOnlyList<SealOutcome> before, IReadOnlyList<CaseProblem> problems) = Outcomes(file, seal);
        problems = [.. read.Select(r => r.Problem).OfType<CaseProblem>(), .. problems];
        if (problems.Count > 0)
        {
            return (0, problems);
        }
        SealOutcome[] all = [.. before, .. read.Select(r => r.Outcome!)];
        return Save(file + OutcomesSuffix, string.Concat(all.Select(o => o.Line + "\n"))) is { } notSaved ? (0, [notSaved]) : (all.Length, []);
    }

    private static (SealOutcome? Outcome, CaseProblem? Problem) OutcomeOf(Seal seal, string text, DateOnly on)
    {
        string[] parts = text.Split('=', 2);
        if (parts.Length < 2)
        {
            return (null, SealProblems.NotAPair(text));
        }
        (string id, string value) = (parts[0], parts[1]);
        if (seal.Chances.Any(c => c.Id == id))
        {
            return value is "yes" or "no" ? (new SealOutcome(id, value == "yes" ? 1 : 0, on), null) : (null, SealProblems.NotYesOrNo(text, id));
        }
        if (seal.Ranges.All(r => r.Id != id))
        {
            return (null, SealProblems.UnknownPrediction(text, id, [.. Known(seal)]));
        }
        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? (new SealOutcome(id, number, on), null) : (null, SealProblems.NotANumber(text, id));
    }

    private static IEnumerable<string> Known(Seal seal) => seal.Chances.Select(c => c.Id).Concat(seal.Ranges.Select(r => r.Id));

    private static CaseProblem? Save(string file, string text)
    {
        SaveResult saved = AtomicFile.Write(Path.GetFullPath(file), Encoding.UTF8.GetBytes(text));
        return saved.Ok ? null : SealProblems.NotSaved(file, saved.Why ?? "another program is saving it");
    }
}
