using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>What a move does in the model: on a lever, on an issue.</summary>
internal sealed record MoveEffects(
    IssueId? Issue, OptionId? Option, LeverId? Lever, Standing? Standing, IssueYield? Yields, Quantity? Binds, Quantity? Amount, Quantity? Credibility)
{
    public static MoveEffects Read(
        Block row, ScalarNode id, string key, PartyId by, MoveKind kind, bool? reversible, IReadOnlyList<Issue> issues, IReadOnlyList<Lever> levers,
        BlockSupport support, BindingState state)
    {
        Trail trail = Trail.At("ledger").Then(id.Value, key);
        string? leverId = row.Id("lever", state.Levers);
        Standing? stated = row.Word<Standing>("standing");
        Quantity? Share(string part, NumberScale scale) => row.Take(part) is { } node ? QuantityReader.Read(node, trail.Then(part), scale, support, state) : null;
        Quantity? amount = Share("amount", NumberScale.Share);
        Quantity? credibility = Share("credibility", NumberScale.Credibility);
        string? issueId = row.Id("issue", state.IssueIds);
        foreach ((string part, string needs) in new[] { ("standing", "lever"), ("amount", "lever"), ("credibility", "lever"), ("option", "issue"), ("rules-out", "issue") })
        {
            if (row.Map[part] is { } entry && row.Map[needs] is null)
            {
                state.Report(LedgerProblems.MissingPartner(entry.Key, part, needs));
            }
        }
        Standing? standing = leverId is null ? null : stated ?? StandingReplay.After(kind, reversible);
        CheckHolder(row, by, leverId, standing, levers, state);
        Issue? issue = issues.FirstOrDefault(i => i.Id.Value == issueId);
        (OptionId? option, IssueYield? yields) = Yield(row, kind, issue, state);
        Quantity? binds = BindsOf(row, id, by, trail, issue, yields, support, state);
        return new MoveEffects(issueId is null ? null : new IssueId(issueId), option, leverId is null ? null : new LeverId(leverId), standing, yields, binds, amount, credibility);
    }

    private static void CheckHolder(Block row, PartyId by, string? leverId, Standing? standing, IReadOnlyList<Lever> levers, BindingState state)
    {
        Lever? lever = levers.FirstOrDefault(l => l.Id.Value == leverId);
        if (lever is not null && standing is not null && by.Value.Length > 0 && lever.Holder.Value.Length > 0 && lever.Holder != by)
        {
            state.Report(LedgerProblems.MovesOthersLever(row.Map["by"]!.Value, by.Value, lever.Id.Value, lever.Holder.Value));
        }
    }

    private static (OptionId? Option, IssueYield? Yields) Yield(Block row, MoveKind kind, Issue? issue, BindingState state)
    {
        SyntaxNode? optionNode = row.Take("option");
        SyntaxNode? ruledOut = row.Take("rules-out");
        SyntaxNode? becomes = row.Take("becomes");
        if (issue is null || !state.OptionsByIssue.TryGetValue(issue.Id.Value, out IssueOptions? known))
        {
            return (null, null);
        }
        int? option = optionNode is null ? null : known.Resolve(optionNode, state);
        int? fact = becomes is null ? issue.StatusQuo : known.Resolve(becomes, state);
        OptionId? named = option is { } index ? issue.Options[index].Id : null;
        if (kind == MoveKind.RuleOut && ruledOut is null && optionNode is not null)
        {
            state.Report(LedgerProblems.UseRulesOut(row.Map["option"]!.Key));
        }
        if (ruledOut is not null)
        {
            int[] removed = [.. TermBinder.OptionList(ruledOut, known, "rules-out", state).Select(issue.IndexOf)];
            return (named, fact is null || removed.Length == 0 ? null : RulesOut(row, issue, removed, fact.Value, state));
        }
        if (kind == MoveKind.Concede && option is { } yielded)
        {
            int[] others = [.. Enumerable.Range(0, issue.Options.Count).Where(o => o != yielded)];
            return (named, new IssueYield(issue.Id, others, yielded, OnlyWhereRemoved: false));
        }
        return (named, null);
    }

    private static IssueYield RulesOut(Block row, Issue issue, int[] removed, int fact, BindingState state)
    {
        if (removed.Contains(fact))
        {
            SyntaxNode at = row.Map["becomes"]?.Value ?? row.Map["rules-out"]!.Value;
            state.Report(LedgerProblems.FactRuledOut(at, issue.Options[fact].Id.Value));
        }
        if (!issue.Options.Where((o, i) => !o.OnlyNoDeal && !removed.Contains(i)).Any())
        {
            state.Report(LedgerProblems.RulesOutEverything(row.Map["rules-out"]!.Value, issue.Id.Value));
        }
        return new IssueYield(issue.Id, removed, fact, OnlyWhereRemoved: true);
    }

    private static Quantity? BindsOf(
        Block row, ScalarNode id, PartyId by, Trail trail, Issue? issue, IssueYield? yields, BlockSupport support, BindingState state)
    {
        SyntaxNode? stated = row.Take("binds");
        if (yields is null)
        {
            foreach (string part in new[] { "binds", "becomes" })
            {
                if (row.Map[part] is { } entry && row.Map["rules-out"] is null && !(row.Map["option"] is not null && row.Map["kind"]?.Value is ScalarNode { Value: "concede" }))
                {
                    state.Report(LedgerProblems.NothingYielded(entry.Key, part));
                }
            }
            return null;
        }
        if (stated is not null)
        {
            return QuantityReader.Read(stated, trail.Then("binds"), NumberScale.Share, support, state);
        }
        bool own = yields.Removed.All(o => issue!.Options[o].Needs.Contains(by));
        return QuantityReader.Default(own ? 1 : 0, trail.Then("binds"), NumberScale.Share, id, state);
    }
}
