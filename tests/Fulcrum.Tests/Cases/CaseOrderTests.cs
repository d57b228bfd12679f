using Fulcrum.Cases;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Case = Fulcrum.Cases.Case;

namespace Fulcrum.Tests.Cases;

/// <summary>What a case says does not hang on the order of its lines, nor, with 'key:', on what its things are called.</summary>
public sealed class CaseOrderTests
{
    [Fact]
    public void Reordered_keys_give_the_same_case_by_key()
    {
        string expected = CaseContents.Of(SampleCase.Sound(SampleCase.Full));
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            Dictionary<string, string> files = SampleCase.Full.ToDictionary(f => f.Key, f => Shuffled(f.Value, seed));
            return (CaseContents.Of(SampleCase.Sound(files)) == expected).Label(files["case.yaml"]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true).WithReplay(20250324, 7));
    }

    [Fact]
    public void Renamed_things_keep_their_keys_when_the_old_id_is_kept()
    {
        Dictionary<string, string> files = SampleCase.Full;
        files["case.yaml"] = files["case.yaml"]
            .Replace("  south:\n", "  meridian: {key: south}\n", StringComparison.Ordinal).Replace("south", "meridian", StringComparison.Ordinal).Replace("key: meridian", "key: south", StringComparison.Ordinal)
            .Replace("  fighting:\n", "  combat:\n    key: fighting\n", StringComparison.Ordinal).Replace("fighting: 20", "combat: 20", StringComparison.Ordinal)
            .Replace("> fighting", "> combat", StringComparison.Ordinal).Replace("fighting: goes-on", "combat: goes-on", StringComparison.Ordinal)
            .Replace("fighting: ceasefire", "combat: ceasefire", StringComparison.Ordinal).Replace("ends: fighting", "ends: combat", StringComparison.Ordinal)
            .Replace("  leader-contact:\n", "  calls:\n    key: leader-contact\n", StringComparison.Ordinal)
            .Replace("  war-goes-on:\n", "  war:\n    key: war-goes-on\n", StringComparison.Ordinal).Replace("no-deal.war-goes-on", "no-deal.war", StringComparison.Ordinal)
            .Replace("- buffer", "- strip: {key: buffer}", StringComparison.Ordinal).Replace("buffer", "strip", StringComparison.Ordinal).Replace("key: strip", "key: buffer", StringComparison.Ordinal);
        files["ledger.yaml"] = files["ledger.yaml"].Replace("south", "meridian", StringComparison.Ordinal).Replace("leader-contact", "calls", StringComparison.Ordinal)
            .Replace("buffer", "strip", StringComparison.Ordinal).Replace("  yielded: {", "  given-in: {key: yielded, ", StringComparison.Ordinal).Replace("[yielded]", "[given-in]", StringComparison.Ordinal);
        files.Remove("readings/hawk.yaml");
        files["case.yaml"] = files["case.yaml"].Replace("beliefs: {meridian: hawk}", "", StringComparison.Ordinal);
        Dictionary<string, string> before = SampleCase.Full;
        before.Remove("readings/hawk.yaml");
        before["case.yaml"] = before["case.yaml"].Replace("beliefs: {south: hawk}", "", StringComparison.Ordinal);

        Case renamed = SampleCase.Sound(files);
        Case original = SampleCase.Sound(before);

        renamed.Quantities.Select(q => q.Key).ShouldBe(original.Quantities.Select(q => q.Key));
        renamed.Rankings.Select(r => r.Key).ShouldBe(original.Rankings.Select(r => r.Key));
        renamed.Quantities.Select(q => q.Path).ShouldNotBe(original.Quantities.Select(q => q.Path));
    }

    /// <summary>Shuffles sibling lines with all that hangs under them. Lists whose order has a meaning, in the sample the first option and course, stay.</summary>
    private static string Shuffled(string text, int seed)
    {
        string[] lines = [.. text.Split('\n').Where(l => l.Trim().Length > 0 && !l.TrimStart().StartsWith('#'))];
        return string.Join('\n', Blocks(lines, 0, seed, ""));
    }

    private static IEnumerable<string> Blocks(string[] lines, int indent, int seed, string parent)
    {
        List<List<string>> blocks = [];
        foreach (string line in lines)
        {
            bool starts = line.Length > indent && line[indent] != ' ' && string.IsNullOrWhiteSpace(line[..indent]);
            if (starts)
            {
                blocks.Add([]);
            }
            blocks[^1].Add(line);
        }
        bool ordered = parent is "no-deal:" or "options:" or "together:";
        IEnumerable<List<string>> order = ordered ? blocks : blocks.OrderBy(b => Mixed(seed, b[0]));
        return order.SelectMany(b =>
        {
            int next = b.Count > 1 ? b[1].Length - b[1].TrimStart().Length : 0;
            return b.Count == 1 ? b : [b[0], .. Blocks([.. b.Skip(1)], next, seed, b[0].Trim())];
        });
    }

    private static uint Mixed(int seed, string line) => line.Aggregate((uint)seed ^ 2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
