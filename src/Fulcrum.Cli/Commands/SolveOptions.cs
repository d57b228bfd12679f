using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Fulcrum.Bargaining;
using Fulcrum.Cases;

namespace Fulcrum.Cli.Commands;

/// <summary>The options of 'solve': by which measure, over which deals, from which point.</summary>
internal sealed class SolveOptions
{
    private readonly Option<string> _concept = new("--concept")
    {
        HelpName = "NAME", Description = "nash (default), ks (Kalai-Smorodinsky), egalitarian, welfare, welfare-all, raiffa or improve",
    };

    private readonly Option<bool> _single = new("--single") { Description = "the best single deal instead of a mixture of deals" };

    private readonly Option<string[]> _offer = new("--offer")
    {
        HelpName = "TERM", AllowMultipleArgumentsPerToken = true, Description = "a proposal to improve on: issue=option, or a lever's id; several with commas or repeated",
    };

    private readonly Option<Dictionary<PartyId, double>?> _weights = new("--weights")
    {
        HelpName = "LIST", Description = "bargaining weights in place of claims: north=2,south=1", CustomParser = Weights,
    };

    private readonly Option<string> _from = new("--disagreement") { HelpName = "POINT", Description = "count gains from no-deal (default) or from each party's worst deal (worst)" };

    private readonly Option<string> _ideal = new("--ideal") { HelpName = "DEALS", Description = "ks --single: hope for the best among open deals (default) or among any" };

    private readonly Option<double?> _within = new("--within")
    {
        HelpName = "SECONDS", Description = "stop searching after so long and give the best deal found with its gap (default: after a number of branches)", CustomParser = Seconds,
    };

    public void AddTo(Verb verb, IReadOnlyCollection<string> concepts)
    {
        OneOf(_concept, [.. concepts]);
        OneOf(_from, ["no-deal", "worst"]);
        OneOf(_ideal, ["open", "any"]);
        foreach (Option option in (Option[])[_concept, _single, _offer, _weights, _from, _ideal, _within])
        {
            verb.Add(option);
        }
        verb.Validators.Add(Fit);
    }

    public SettlementOptions Of(ParseResult parsed, IReadOnlyDictionary<string, Concept> concepts) => new()
    {
        Concept = parsed.GetValue(_concept) is { } named ? concepts[named] : OfferWords(parsed).Count > 0 ? Concept.Improvement : Concept.Nash,
        Single = parsed.GetValue(_single),
        Weights = parsed.GetValue(_weights),
        Disagreement = parsed.GetValue(_from) == "worst" ? Disagreement.WorstDeal : Disagreement.NoDeal,
        Ideal = parsed.GetValue(_ideal) == "any" ? IdealPoint.Any : IdealPoint.Open,
        Within = parsed.GetValue(_within) is { } seconds ? new TimeLimit(TimeProvider.System, TimeSpan.FromSeconds(seconds)) : null,
    };

    public IReadOnlyList<string> OfferWords(ParseResult parsed) => Words(parsed.GetValue(_offer));

    /// <summary>The terms of an offer, written with commas or as several options.</summary>
    public static IReadOnlyList<string> Words(string[]? written) =>
        [.. (written ?? []).SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    private void Fit(CommandResult result)
    {
        bool offer = result.GetResult(_offer) is { Tokens.Count: > 0 };
        string? concept = result.GetResult(_concept) is { Tokens: [var token, ..] } ? token.Value : null;
        if (concept == "improve" && !offer)
        {
            result.AddError("--concept improve needs an --offer to improve on");
        }
        if (offer && concept is not (null or "improve"))
        {
            result.AddError($"--offer goes with --concept improve, not '{concept}'");
        }
    }

    private static void OneOf(Option<string> option, IReadOnlyList<string> words) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && !words.Contains(result.Tokens[0].Value))
        {
            result.AddError($"{option.Name} takes {string.Join(", ", words)}, not '{result.Tokens[0].Value}'");
        }
    });

    private static double? Seconds(ArgumentResult result)
    {
        const double Most = 86_400;
        string text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value) && value is > 0 and <= Most)
        {
            return value;
        }
        result.AddError($"--within takes seconds, more than 0 and at most a day, such as 10 or 0.5, not '{text}'");
        return null;
    }

    private static Dictionary<PartyId, double>? Weights(ArgumentResult result)
    {
        var weights = new Dictionary<PartyId, double>();
        foreach (string part in result.Tokens.SelectMany(t => t.Value.Split(',')))
        {
            string[] pair = part.Split('=');
            if (pair.Length != 2 || pair[0].Trim().Length == 0
                || !double.TryParse(pair[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double weight) || !double.IsFinite(weight))
            {
                result.AddError($"--weights takes party=number pairs such as north=2,south=1, not '{part}'");
                return null;
            }
            weights[new PartyId(pair[0].Trim())] = weight;
        }
        return weights;
    }
}
