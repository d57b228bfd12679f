using Fulcrum.Bargaining;
using Fulcrum.Cases;
using Fulcrum.Cases.Problems;

namespace Fulcrum;

/// <summary>Reads a proposal as a user types it, 'territory=line-open' or the id of a lever that it includes, against a case.</summary>
internal static class WorkbenchOffer
{
    /// <summary>The deal, or what is wrong with the words.</summary>
    public static (Deal? Deal, IReadOnlyList<CaseProblem> Problems) Read(Case @case, DealSpace space, IReadOnlyList<string> words)
    {
        var options = new Dictionary<IssueId, OptionId>();
        var levers = new HashSet<LeverId>();
        CaseProblem[] problems = [.. words.Select(word => ReadWord(@case, word, options, levers)).OfType<CaseProblem>()];
        if (problems.Length > 0)
        {
            return (null, problems);
        }
        Deal? deal = NamedDeals.Find(@case, space, options, levers);
        return (deal, deal is null ? [Unsigned()] : []);
    }

    /// <summary>What the words name; unknown ones are left out.</summary>
    public static (IReadOnlyDictionary<IssueId, OptionId> Options, IReadOnlyCollection<LeverId> Levers) Terms(Case @case, IReadOnlyList<string> words)
    {
        var options = new Dictionary<IssueId, OptionId>();
        var levers = new HashSet<LeverId>();
        foreach (string word in words)
        {
            ReadWord(@case, word, options, levers);
        }
        return (options, levers);
    }

    private static CaseProblem? ReadWord(Case @case, string word, Dictionary<IssueId, OptionId> options, HashSet<LeverId> levers)
    {
        string[] parts = word.Split('=', 2);
        string name = parts[0].Trim();
        if (parts.Length == 1)
        {
            Lever? lever = @case.Levers.FirstOrDefault(l => l.Id.Value == name);
            if (lever is null)
            {
                return Unknown(word, name, [.. @case.Levers.Select(l => l.Id.Value), .. @case.Issues.Select(i => $"{i.Id.Value}=...")]);
            }
            levers.Add(lever.Id);
            return null;
        }
        Issue? issue = @case.Issues.FirstOrDefault(i => i.Id.Value == name);
        if (issue is null)
        {
            return Unknown(word, name, @case.Issues.Select(i => i.Id.Value));
        }
        string wanted = parts[1].Trim();
        IssueOption? option = issue.Options.FirstOrDefault(o => o.Id.Value == wanted);
        if (option is null)
        {
            return Unknown(word, wanted, issue.Options.Select(o => o.Id.Value));
        }
        if (!options.TryAdd(issue.Id, option.Id) && options[issue.Id] != option.Id)
        {
            return new CaseProblem(
                Severity.Error, "offer/twice", TextPlace.None, null, 1, $"the offer names two options for '{name}': '{options[issue.Id].Value}' and '{wanted}'", "Name one option for an issue.");
        }
        return null;
    }

    private static CaseProblem Unknown(string word, string part, IEnumerable<string> known) => new(
        Severity.Error, "offer/unknown", TextPlace.None, null, 1, $"'{part}' in the offer '{word}' is not in this case", Nearest.Help(part, known));

    private static CaseProblem Unsigned() => new(
        Severity.Error, "offer/cannot-be-signed", TextPlace.None, null, 1, "no deal can contain this offer: something in it, or the status quo of an issue it leaves out, is off the table",
        "Name an option for every issue whose status quo cannot be signed; 'fulcrum check' tells what nobody could sign.");
}
