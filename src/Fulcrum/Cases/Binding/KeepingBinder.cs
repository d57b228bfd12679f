using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'keeping:': what decides whether a deal would be kept.</summary>
internal static class KeepingBinder
{
    private const double UsualDiscount = 0.98;
    private const double UsualRearming = 60;

    public static Keeping? Bind(Block root, BindingState state)
    {
        if (root.Inner("keeping") is not { } block)
        {
            return null;
        }
        Trail trail = Trail.At("keeping");
        BlockSupport support = block.Support(BlockSupport.None);
        (Quantity discount, IReadOnlyDictionary<PartyId, Quantity> of) = Discount(block.Take("discount"), trail.Then("discount"), support, block.Map, state);
        var response = QuantityReader.PerParty(block.Take("response"), "'response'", trail.Then("response"), NumberScale.Months, support, state);
        var takes = Takes(block.Inner("takes"), trail.Then("takes"), support, state);
        var rearms = new Dictionary<PartyId, IReadOnlyDictionary<PartyId, Quantity>>();
        foreach (MapEntry entry in block.Inner("rearms")?.Others() ?? [])
        {
            if (state.Parties.Resolve(entry.Key, state.Problems) is { } party)
            {
                Trail of1 = trail.Then("rearms").Then(party, state.Parties.KeyOf(party));
                rearms[new PartyId(party)] = QuantityReader.PerParty(entry.Value, $"'rearms' of {party}", of1, NumberScale.PointsAMonth, support, state);
            }
        }
        Quantity rearmsFor = block.Take("rearms-for") is { } months
            ? QuantityReader.Read(months, trail.Then("rearms-for"), NumberScale.Months, support, state)
            : QuantityReader.Default(UsualRearming, trail.Then("rearms-for"), NumberScale.Months, block.Map, state);
        block.Close();
        return new Keeping(discount, of, response, takes, rearms, rearmsFor);
    }

    private static (Quantity General, IReadOnlyDictionary<PartyId, Quantity> Of) Discount(
        SyntaxNode? node, Trail trail, BlockSupport outer, SyntaxNode owner, BindingState state)
    {
        var none = new Dictionary<PartyId, Quantity>();
        if (node is null)
        {
            return (QuantityReader.Default(UsualDiscount, trail, NumberScale.Discount, owner, state), none);
        }
        if (node is not MapNode map || map["is"] is not null)
        {
            return (QuantityReader.Read(node, trail, NumberScale.Discount, outer, state), none);
        }
        var block = new Block(map, "'discount'", state);
        BlockSupport support = block.Support(outer);
        Quantity general = block.Take("general") is { } stated
            ? QuantityReader.Read(stated, new Trail(trail.Path + ".general", trail.Key), NumberScale.Discount, support, state)
            : QuantityReader.Default(UsualDiscount, trail, NumberScale.Discount, owner, state);
        foreach (MapEntry entry in block.Others())
        {
            if (state.Parties.Resolve(entry.Key, state.Problems) is { } party)
            {
                none[new PartyId(party)] = QuantityReader.Read(entry.Value, trail.Then(party, state.Parties.KeyOf(party)), NumberScale.Discount, support, state);
            }
        }
        return (general, none);
    }

    private static Dictionary<PartyId, Taking> Takes(Block? block, Trail trail, BlockSupport outer, BindingState state)
    {
        var takes = new Dictionary<PartyId, Taking>();
        foreach (MapEntry entry in block?.Others() ?? [])
        {
            if (state.Parties.Resolve(entry.Key, state.Problems) is not { } party || Block.Of(entry.Value, $"'takes' of {party}", state) is not { } taking)
            {
                continue;
            }
            Trail of = trail.Then(party, state.Parties.KeyOf(party));
            BlockSupport support = taking.Support(outer);
            IReadOnlyDictionary<IssueId, int> facts = Facts(taking.Inner("facts"), state);
            Quantity? gains = taking.Take("gains") is { } points ? QuantityReader.Read(points, of.Then("gains"), NumberScale.Points, support, state) : null;
            var loses = QuantityReader.PerParty(taking.Take("loses"), $"'loses' by a breach of {party}", of.Then("loses"), NumberScale.Points, support, state);
            taking.Close();
            if (facts.Count == 0 && gains is null && taking.Map["facts"] is null)
            {
                state.Report(CourseProblems.TakesWithoutSettling(entry.Key, party));
            }
            takes[new PartyId(party)] = new Taking(facts, gains, loses);
        }
        return takes;
    }

    /// <summary>Option indices by issue; options that only no deal brings about are legal facts.</summary>
    public static IReadOnlyDictionary<IssueId, int> Facts(Block? block, BindingState state)
    {
        var facts = new Dictionary<IssueId, int>();
        foreach (MapEntry entry in block?.Others() ?? [])
        {
            if (state.IssueIds.Resolve(entry.Key, state.Problems) is { } issue && state.OptionsByIssue.TryGetValue(issue, out IssueOptions? options)
                && options.Resolve(Block.Bare(entry.Value, state), state) is { } option)
            {
                facts[new IssueId(issue)] = option;
            }
        }
        return facts;
    }
}
