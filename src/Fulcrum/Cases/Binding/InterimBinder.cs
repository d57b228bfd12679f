using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'interim:': ceasefires and pauses as deals of their own.</summary>
internal static class InterimBinder
{
    public static IReadOnlyList<InterimAgreement> Bind(Block root, BindingState state)
    {
        List<InterimAgreement> agreements = [];
        var register = new Register("interim agreement");
        foreach (MapEntry entry in root.Inner("interim")?.Others() ?? [])
        {
            if (Block.Of(entry.Value, $"interim agreement {entry.Key.Value}", state) is { } block && BindOne(entry.Key, block, register, state) is { } agreement)
            {
                agreements.Add(agreement);
            }
        }
        return agreements;
    }

    private static InterimAgreement? BindOne(ScalarNode id, Block block, Register register, BindingState state)
    {
        string what = $"interim agreement {id.Value}";
        (string key, string name, _) = block.Names(id.Value);
        Trail trail = Trail.At("interim").Then(id.Value, key);
        BlockSupport support = block.Support(BlockSupport.None);
        Quantity Number(string word, NumberScale scale, double usual) => block.Take(word) is { } node
            ? QuantityReader.Read(node, trail.Then(word), scale, support, state) : QuantityReader.Default(usual, trail.Then(word), scale, id, state);
        IReadOnlyDictionary<PartyId, Quantity> PerParty(string word, NumberScale scale) =>
            QuantityReader.PerParty(block.Take(word), $"'{word}' of {id.Value}", trail.Then(word), scale, support, state);
        IReadOnlyDictionary<IssueId, int> facts = KeepingBinder.Facts(block.Inner("facts"), state);
        Quantity months = Number("months", NumberScale.Months, 1), left = Number("cost-left", NumberScale.Share, 0);
        Quantity after = Number("deal-after", NumberScale.Chance with { TakesRest = false }, 0), without = Number("deal-without", NumberScale.Chance with { TakesRest = false }, 0);
        var drift = PerParty("drift", NumberScale.PointsAMonth);
        var learns = PerParty("learns", NumberScale.Points);
        string? verification = block.Text("verification");
        block.Close();
        foreach ((string part, string example) in new[] { ("facts", "{fighting: ceasefire}"), ("months", "1") })
        {
            if (block.Map[part] is null)
            {
                state.Report(WordProblems.Missing(id, what, part, example));
            }
        }
        return register.Add(id, key, state.Problems)
            ? new InterimAgreement(id.Value, name, facts, months, left, drift, after, without, learns, verification, support.For(block.Map), id.Place) : null;
    }
}
