using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'parties:', 'consent:' and 'focus:'.</summary>
internal static class PartyBinder
{
    // Words that have a meaning of their own where a party's id may stand.
    private static readonly string[] Reserved =
        ["asks", "options", "needs", "range", "status-quo", "name", "key", "also", "note", "quoted", "judged-from", "is", "rest", "times", "remove"];

    public static IReadOnlyList<Party> Bind(Block root, BindingState state)
    {
        if (root.Inner("parties") is not { } block)
        {
            if (root.Map["parties"] is null)
            {
                state.Report(WordProblems.Missing(root.Map, "a case", "parties", "{north: {role: principal}, south: {role: principal}}"));
            }
            state.Parties.Complete = false;
            return [];
        }
        List<Party> parties = [];
        foreach (MapEntry entry in block.Others())
        {
            if (BindParty(entry, state) is { } party)
            {
                parties.Add(party);
            }
        }
        if (block.Map.Entries.Count == 0)
        {
            state.Report(ModelProblems.NoParties(root.Map["parties"]!.Key));
        }
        return parties;
    }

    private static Party? BindParty(MapEntry entry, BindingState state)
    {
        var empty = new MapNode(entry.Key.Source, entry.Key.Start, entry.Key.End, [], isFlow: true);
        string id = entry.Key.Value;
        if (Block.Of(entry.Value is ScalarNode { IsEmpty: true } ? empty : entry.Value, $"party {id}", state) is not { } block)
        {
            state.Parties.AddBroken(entry.Key);
            return null;
        }
        (string key, string name, IReadOnlyList<string> also) = block.Names(id);
        PartyRole role = block.Word<PartyRole>("role") ?? PartyRole.Principal;
        SyntaxNode? claim = block.Take("claim");
        BlockSupport support = block.Support(BlockSupport.None);
        block.Close();
        if (!state.Parties.Add(entry.Key, key, state.Problems, Reserved))
        {
            return null;
        }
        Trail trail = Trail.At("parties").Then(id, key).Then("claim");
        Quantity share = claim is null
            ? QuantityReader.Default(role == PartyRole.Principal ? 1 : 0, trail, NumberScale.Claim, entry.Key, state)
            : QuantityReader.Read(claim, trail, NumberScale.Claim, support, state);
        return new Party(new PartyId(id), key, name, role, also, share, null, entry.Key.Place);
    }

    public static IReadOnlyList<PartyId> BindFocus(Block root, IReadOnlyList<Party> parties, BindingState state)
    {
        IReadOnlyList<string> named = root.Ids("focus", state.Parties);
        return named.Count > 0 ? [.. named.Select(n => new PartyId(n))] : Principals(parties);
    }

    public static Consent BindConsent(Block root, IReadOnlyList<Party> parties, bool hasIssues, BindingState state)
    {
        SyntaxNode? node = root.Take("consent");
        if (node is null)
        {
            PartyId[] principals = Principals(parties);
            if (principals.Length == 0 && hasIssues && parties.Count > 0)
            {
                state.Report(ModelProblems.ConsentNamesNobody(root.Map["parties"]!.Key));
            }
            return new Consent(principals, 0, []);
        }
        if (Block.Of(node, "'consent'", state) is not { } block)
        {
            return new Consent([], 0, []);
        }
        PartyId[] all = [.. block.Ids("all", state.Parties).Concat(block.Ids("vetoes", state.Parties)).Distinct().Select(p => new PartyId(p))];
        PartyId[] of = [.. block.Ids("of", state.Parties).Select(p => new PartyId(p))];
        int? least = block.WholeNumber("at-least");
        block.Close();
        bool hasLeast = block.Map["at-least"] is not null;
        if (hasLeast != (block.Map["of"] is not null))
        {
            state.Report(ModelProblems.ConsentHalf((block.Map["at-least"] ?? block.Map["of"])!.Key));
        }
        else if (least > of.Length)
        {
            state.Report(ModelProblems.ConsentAsksTooMany(block.Map["at-least"]!.Value, least.Value, of.Length));
        }
        if (all.Length == 0 && !hasLeast && block.Map["all"] is null or { Value: ListNode { Items.Count: 0 } } && block.Map["vetoes"] is null)
        {
            state.Report(ModelProblems.ConsentNamesNobody(root.Map["consent"]!.Key));
        }
        return new Consent(all, least ?? 0, of);
    }

    private static PartyId[] Principals(IReadOnlyList<Party> parties) => [.. parties.Where(p => p.Role == PartyRole.Principal).Select(p => p.Id)];
}
