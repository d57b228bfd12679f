using System.Globalization;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads 'reference-classes:': agreements of a kind with their whole record.</summary>
internal static class ReferenceClassBinder
{
    private static readonly string[] Counted = ["kept", "broken", "of"];

    public static IReadOnlyList<ReferenceClass> Bind(Block root, BindingState state)
    {
        List<ReferenceClass> classes = [];
        foreach (MapEntry entry in root.Inner("reference-classes")?.Others() ?? [])
        {
            if (Block.Of(entry.Value, $"class {entry.Key.Value}", state) is not { } block)
            {
                state.ReferenceClasses.AddBroken(entry.Key);
            }
            else if (state.ReferenceClasses.Add(entry.Key, null, state.Problems))
            {
                classes.Add(BindOne(entry.Key, block, state));
            }
        }
        return classes;
    }

    private static ReferenceClass BindOne(ScalarNode id, Block block, BindingState state)
    {
        string name = block.Text("name") ?? Naming.FromId(id.Value);
        (double Share, int As)? share = Share(id, block, state);
        (int Kept, int Broken)? counts = share is null && block.Map["share-kept"] is null ? Counts(id, block, state) : null;
        bool complete = block.YesNo("complete") ?? true;
        string? citation = block.Text("citation");
        EvidenceId[] evidence = [.. block.Ids("evidence", state.EvidenceIds).Select(e => new EvidenceId(e))];
        block.Close();
        return new ReferenceClass(id.Value, name, counts?.Kept ?? 0, counts?.Broken ?? 0, complete, citation, evidence, id.Place)
        { ShareKept = share?.Share, CountsAs = share?.As };
    }

    // What a publication gives without its counts: the share, and as how many agreements the author of the case weighs it.
    private static (double, int)? Share(ScalarNode id, Block block, BindingState state)
    {
        ScalarNode? node = block.Scalar("share-kept");
        int? weight = block.WholeNumber("counts-as");
        if (block.Map["share-kept"] is not { } stated)
        {
            return null;
        }
        foreach (string count in Counted)
        {
            if (block.Map[count] is { } beside)
            {
                _ = block.Take(count);
                state.Report(CourseProblems.ClassCountedAndShared(beside.Key));
            }
        }
        if (block.Map["counts-as"] is null)
        {
            state.Report(CourseProblems.ShareWithoutWeight(stated.Key, id.Value));
        }
        NumberShape? shape = node is null ? null : NumberReader.Shape(node, NumberScale.Share, state);
        if (shape is not null && shape.Least != shape.Most)
        {
            state.Report(NumberProblems.Malformed(node!, node!.Value));
        }
        return shape is null || weight is null ? null : (shape.Middle, weight.Value);
    }

    // Two of 'kept:', 'broken:' and 'of:', as the publication counts them.
    private static (int Kept, int Broken)? Counts(ScalarNode id, Block block, BindingState state)
    {
        int? kept = Count(block.Scalar("kept")), broken = Count(block.Scalar("broken")), all = Count(block.Scalar("of"));
        int stated = Counted.Count(w => block.Map[w] is not null);
        if (stated == 3)
        {
            state.Report(CourseProblems.ClassCountedThrice(block.Map["of"]!.Key));
            return null;
        }
        if (stated < 2 || new[] { kept, broken, all }.Count(c => c is not null) < 2)
        {
            state.Report(CourseProblems.ClassNotCounted(id, id.Value));
            return null;
        }
        if (all is { } total && (kept ?? broken) is { } part && part > total)
        {
            state.Report(CourseProblems.ClassKeptAboveAll(block.Map["of"]!.Value, id.Value, part, total));
            return null;
        }
        if ((kept ?? 0) + (broken ?? 0) == 0 && all is null or 0)
        {
            state.Report(CourseProblems.ClassEmpty(id, id.Value));
        }
        return (kept ?? all!.Value - broken!.Value, broken ?? all!.Value - kept!.Value);
    }

    private static int? Count(ScalarNode? node) =>
        node is not null && int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
}
