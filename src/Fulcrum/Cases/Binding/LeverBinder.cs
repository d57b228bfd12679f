using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'levers:'.</summary>
internal static class LeverBinder
{
    private const string RefusedBy = "refused-by-";
    private const string BreachBy = "breach-by-";

    public static IReadOnlyList<Lever> Bind(Block root, BindingState state)
    {
        List<Lever> levers = [];
        if (root.Inner("levers") is not { } block)
        {
            return levers;
        }
        foreach (MapEntry entry in block.Others())
        {
            if (BindLever(entry, state) is { } lever)
            {
                levers.Add(lever);
            }
        }
        return levers;
    }

    private static Lever? BindLever(MapEntry entry, BindingState state)
    {
        string id = entry.Key.Value;
        if (Block.Of(entry.Value, $"lever {id}", state) is not { } block)
        {
            state.Levers.AddBroken(entry.Key);
            return null;
        }
        (string key, string name, IReadOnlyList<string> also) = block.Names(id);
        string? about = block.Text("about");
        string? holder = block.Id("holder", state.Parties);
        if (block.Map["holder"] is null)
        {
            state.Report(WordProblems.Missing(entry.Key, $"lever {id}", "holder", "north"));
        }
        if (!state.Levers.Add(entry.Key, key, state.Problems))
        {
            return null;
        }
        Standing standing = block.Word<Standing>("standing") ?? Standing.Reserve;
        Trail trail = Trail.At("levers").Then(id, key);
        BlockSupport support = block.Support(BlockSupport.None);
        IReadOnlyDictionary<PartyId, Quantity> Effect(string when) =>
            QuantityReader.PerParty(block.Take(when), $"'{when}' of {id}", trail.Then(when), NumberScale.Points, support, state);
        var deal = Effect("deal");
        var noDeal = Effect("no-deal");
        var breach = Effect("breach");
        Quantity? cost = block.Take("costs-holder") is { } costs ? QuantityReader.Read(costs, trail.Then("costs-holder"), NumberScale.Points, support, state) : null;
        Credibility credibility = CredibilityOf(block.Take("credibility"), trail.Then("credibility"), support, state);
        IReadOnlyDictionary<IssueId, OptionId> delivers = TermBinder.Options(block.Inner("delivers"), state);
        IReadOnlyList<WorthStep> worth = Worth(block.Inner("worth"), state);
        string? on = block.Id("on", state.IssueIds);
        string? beside = block.Text("counts-beside");
        Quantity? backing = block.Take("backing-down") is { } down ? QuantityReader.Read(down, trail.Then("backing-down"), NumberScale.Points, support, state) : null;
        var breached = EffectsBy(BreachBy, block, id, trail, support, state);
        var refused = EffectsBy(RefusedBy, block, id, trail, support, state);
        RefuseOthers(block, state);
        var lever = new Lever(new LeverId(id), key, name, new PartyId(holder ?? ""), standing, deal, noDeal, refused, breach, cost, delivers, worth,
            credibility, on is null ? null : new IssueId(on), beside, also, support.For(block.Map), entry.Key.Place)
        { Description = about, BreachBy = breached, BackingDown = backing };
        if (breached.GetValueOrDefault(lever.Holder)?.GetValueOrDefault(lever.Holder) is { Shape.Middle: < 0 })
        {
            state.Report(CourseProblems.AnswersItself(block.Map[BreachBy + lever.Holder]!.Key, id, lever.Holder.Value));
        }
        CheckCounting(entry, block, lever, state);
        return lever;
    }

    /// <summary>'refused-by-south: {...}' or 'breach-by-south: {...}'.</summary>
    private static Dictionary<PartyId, IReadOnlyDictionary<PartyId, Quantity>> EffectsBy(
        string prefix, Block block, string lever, Trail trail, BlockSupport support, BindingState state)
    {
        var effects = new Dictionary<PartyId, IReadOnlyDictionary<PartyId, Quantity>>();
        foreach (MapEntry entry in block.Map.Entries.Where(e => e.Key.Value.StartsWith(prefix, StringComparison.Ordinal)))
        {
            string word = entry.Key.Value;
            SyntaxNode? node = block.Take(word);
            if (state.Parties.Resolve(entry.Key.Part(prefix.Length, word.Length - prefix.Length), state.Problems) is { } party)
            {
                Trail effect = trail.Then(word, prefix + state.Parties.KeyOf(party));
                effects[new PartyId(party)] = QuantityReader.PerParty(node, $"'{word}' of {lever}", effect, NumberScale.Points, support, state);
            }
        }
        return effects;
    }

    private static void RefuseOthers(Block block, BindingState state)
    {
        foreach (MapEntry entry in block.Others())
        {
            block.Refuse(entry, state.Parties.Ids.SelectMany(p => new[] { RefusedBy + p, BreachBy + p }));
        }
    }

    private static Credibility CredibilityOf(SyntaxNode? node, Trail trail, BlockSupport outer, BindingState state)
    {
        var byStanding = new Dictionary<Standing, Quantity>();
        if (node is null)
        {
            return new Credibility(null, byStanding, new Dictionary<PartyId, Quantity>());
        }
        if (node is not MapNode map || map["is"] is not null)
        {
            return new Credibility(QuantityReader.Read(node, trail, NumberScale.Credibility, outer, state), byStanding, new Dictionary<PartyId, Quantity>());
        }
        var block = new Block(map, "credibility", state);
        BlockSupport support = block.Support(outer);
        // The general credibility draws from the same stream whether it is written alone or beside others.
        Quantity? general = block.Take("general") is { } stated
            ? QuantityReader.Read(stated, new Trail(trail.Path + ".general", trail.Key), NumberScale.Credibility, support, state) : null;
        var seenBy = QuantityReader.PerParty(block.Take("seen-by"), "'seen-by'", trail.Then("seen-by"), NumberScale.Credibility, support, state);
        Quantity? breach = block.Take("breach") is { } after ? QuantityReader.Read(after, trail.Then("breach"), NumberScale.Credibility, support, state) : null;
        foreach (MapEntry entry in block.Others())
        {
            if (Naming.Value<Standing>(entry.Key.Value) is not { } standing)
            {
                state.Report(CourseProblems.NoSuchAudience(entry.Key, [.. Naming.Words<Standing>(), "general", "seen-by", "breach"]));
            }
            else if (block.Take(entry.Key.Value) is { } value)
            {
                byStanding[standing] = QuantityReader.Read(value, trail.Then(entry.Key.Value), NumberScale.Credibility, support, state);
            }
        }
        return new Credibility(general, byStanding, seenBy) { Breach = breach };
    }

    private static List<WorthStep> Worth(Block? block, BindingState state)
    {
        List<WorthStep> steps = [];
        foreach (MapEntry entry in block?.Others() ?? [])
        {
            if (state.IssueIds.Resolve(entry.Key, state.Problems) is not { } issue || !state.OptionsByIssue.TryGetValue(issue, out IssueOptions? options))
            {
                continue;
            }
            if (entry.Value is not ListNode { Items: [var from, var to] })
            {
                state.Report(CourseProblems.WorthNeedsTwo(entry.Value));
            }
            else if (options.ResolveId(from, state) is { } first && options.ResolveId(to, state) is { } second)
            {
                steps.Add(new WorthStep(new IssueId(issue), new OptionId(first), new OptionId(second)));
            }
        }
        return steps;
    }

    // What a lever brings about in a deal is counted once: by the issue, or by points that come on top for a stated reason.
    private static void CheckCounting(MapEntry entry, Block block, Lever lever, BindingState state)
    {
        bool delivers = block.Map["delivers"] is not null || block.Map["worth"] is not null;
        bool points = lever.Deal.Count > 0;
        bool other = block.Map.Entries.Any(e => e.Key.Value is "no-deal" or "breach" || e.Key.Value.StartsWith(RefusedBy, StringComparison.Ordinal) || e.Key.Value.StartsWith(BreachBy, StringComparison.Ordinal));
        if (!delivers && !other && block.Map["deal"] is null)
        {
            state.Report(CourseProblems.NoEffect(entry.Key, lever.Id.Value));
        }
        if (lever.CountsBeside is not null)
        {
            return;
        }
        if (lever.About is { } issue && (points || lever.Worth.Count > 0))
        {
            state.Report(CourseProblems.CountsTwice(block.Map["on"]!.Value, lever.Id.Value, issue.Value));
        }
        else if (delivers && points)
        {
            state.Report(CourseProblems.PointsAndDelivers(block.Map["deal"]!.Key, lever.Id.Value));
        }
        else if (points && new[] { lever.Id.Value, Register.Suggestion(lever.Name) }.FirstOrDefault(w => NamesIssueOrOption(w, state)) is { } word)
        {
            state.Report(CourseProblems.CountsTwice(entry.Key, lever.Id.Value, word));
        }
    }

    private static bool NamesIssueOrOption(string word, BindingState state) =>
        state.IssueIds.Has(word) || state.OptionsByIssue.Values.Any(o => o.Ids.Contains(word, StringComparer.Ordinal));
}
