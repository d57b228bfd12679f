using System.Globalization;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads an issue's 'options:' or 'range:', and its 'needs:'.</summary>
internal static class OptionBinder
{
    private const int MostSteps = 1000;
    private static readonly string[] Reserved = ["rest", "note", "quoted", "judged-from", "is", "status-quo", "times", "remove"];

    private enum Only { NoDeal }

    public static (IReadOnlyList<IssueOption> Options, NumericScale? Scale) Bind(Block issue, ScalarNode issueKey, BindingState state)
    {
        SyntaxNode? options = issue.Take("options");
        Block? range = issue.Inner("range");
        if (options is not null && range is not null)
        {
            state.Report(ModelProblems.OptionsAndRange(issue.Map["range"]!.Key, issueKey.Value));
        }
        if (options is not null)
        {
            return (Named(options, state), null);
        }
        if (range is not null)
        {
            return Numeric(range, state);
        }
        if (issue.Map["options"] is null && issue.Map["range"] is null)
        {
            state.Report(ModelProblems.NoOptions(issueKey, issueKey.Value));
        }
        return ([], null);
    }

    /// <summary>The options with what the issue-level 'needs: {option: party}' adds to them.</summary>
    public static IReadOnlyList<IssueOption> WithNeeds(Block? needs, IReadOnlyList<IssueOption> options, IssueOptions known, BindingState state)
    {
        if (needs is null)
        {
            return options;
        }
        IssueOption[] result = [.. options];
        foreach (MapEntry entry in needs.Others())
        {
            PartyId[] parties = [.. needs.Ids(entry.Key.Value, state.Parties).Select(p => new PartyId(p))];
            if (known.Resolve(entry.Key, state) is { } index)
            {
                result[index] = result[index] with { Needs = [.. result[index].Needs.Concat(parties).Distinct()] };
            }
        }
        return result;
    }

    private static List<IssueOption> Named(SyntaxNode node, BindingState state)
    {
        List<IssueOption> options = [];
        if (node is not ListNode list)
        {
            state.Report(WordProblems.NotAList(node, "options"));
            return options;
        }
        var register = new Register("option");
        foreach (SyntaxNode item in list.Items)
        {
            IssueOption? option = item switch
            {
                ScalarNode word => Bare(word, register, state),
                MapNode { Entries: [MapEntry single] } => Detailed(single, register, state),
                _ => Refused(item, state),
            };
            if (option is not null)
            {
                options.Add(option);
            }
        }
        if (list.Items.Count == 0)
        {
            state.Report(ModelProblems.NoOptions(node, "the issue"));
        }
        return options;
    }

    private static IssueOption? Refused(SyntaxNode item, BindingState state)
    {
        state.Report(WordProblems.NotABlock(item, "an option with details"));
        return null;
    }

    private static IssueOption? Bare(ScalarNode word, Register register, BindingState state) =>
        register.Add(word, null, state.Problems, Reserved) || Register.IsYamlWord(word.Value) // reported once, here, and not at every mention
            ? new IssueOption(new OptionId(word.Value), word.Value, Naming.FromId(word.Value), false, [], null, null, [], word.Place)
            : null;

    private static IssueOption? Detailed(MapEntry entry, Register register, BindingState state)
    {
        if (entry.Value is ScalarNode { IsEmpty: true })
        {
            return Bare(entry.Key, register, state);
        }
        string id = entry.Key.Value;
        if (Block.Of(entry.Value, $"option {id}", state) is not { } block)
        {
            return null;
        }
        (string key, string name, IReadOnlyList<string> also) = block.Names(id);
        bool onlyNoDeal = block.Word<Only>("only") is not null;
        PartyId[] needs = [.. block.Ids("needs", state.Parties).Select(p => new PartyId(p))];
        string? contrary = block.Text("contrary-to");
        _ = block.Support(BlockSupport.None);
        block.Close();
        return register.Add(entry.Key, key, state.Problems, Reserved)
            ? new IssueOption(new OptionId(id), key, name, onlyNoDeal, needs, contrary, null, also, entry.Key.Place)
            : null;
    }

    private static (IReadOnlyList<IssueOption> Options, NumericScale? Scale) Numeric(Block range, BindingState state)
    {
        decimal? from = Plain(range, "from", state);
        decimal? to = Plain(range, "to", state);
        decimal? step = Plain(range, "step", state);
        string unit = range.Text("unit") ?? "";
        range.Close();
        if (from is null || to is null || step is null)
        {
            return ([], null);
        }
        if (step <= 0 || to <= from || (to - from) % step != 0)
        {
            state.Report(ModelProblems.RangeDoesNotFit(range.Map));
            return ([], null);
        }
        if ((to - from) / step > MostSteps)
        {
            state.Report(ModelProblems.RangeTooFine(range.Map, MostSteps + 1));
            return ([], null);
        }
        List<IssueOption> options = [];
        for (decimal at = from.Value; at <= to; at += step.Value)
        {
            string id = at.ToString("0.############", CultureInfo.InvariantCulture);
            string name = unit.Length > 0 ? $"{id} {unit}" : id;
            options.Add(new IssueOption(new OptionId(id), id, name, false, [], null, (double)at, [], range.Map.Place));
        }
        return (options, new NumericScale((double)from, (double)to, (double)step, unit));
    }

    private static decimal? Plain(Block range, string key, BindingState state)
    {
        bool present = range.Map[key] is not null;
        ScalarNode? node = range.Scalar(key);
        if (!present)
        {
            state.Report(WordProblems.Missing(range.Map, "a range", key, "100"));
        }
        if (node is null)
        {
            return null;
        }
        if (NumberReader.TryPlain(node.Value, out double value) && Math.Abs(value) <= 1e9 && (value == 0 || Math.Abs(value) >= 1e-9))
        {
            return decimal.Round((decimal)value, 12);
        }
        state.Report(ModelProblems.RangeNumber(node, key));
        return null;
    }
}
