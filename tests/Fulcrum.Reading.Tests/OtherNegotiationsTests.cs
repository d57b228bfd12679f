using Fulcrum.Cases;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Tests;

/// <summary>Invented texts about other negotiations, read and decided as a new user would.</summary>
public sealed class OtherNegotiationsTests
{
    private const string RiverCase = """
        fulcrum: 1
        case: River
        starts: 2031-01-01
        as-of: 2031-06-01
        parties:
          egypt: {role: principal}
          ethiopia: {role: principal}
          sudan: {role: mediator}
        issues:
          reservoir:
            asks: How fast is the reservoir filled?
            options: [slow, fast]
            egypt: {slow: 100, fast: 0}
            ethiopia: {slow: 0, fast: 100}
        no-deal:
          talks-fail:
            nothing-changes: {chance: rest, as: {rest: status-quo}}
            cost: {egypt: 2..6, ethiopia: 5}
        levers:
          commission-budget: {holder: egypt, about: the share of the commission's budget, deal: {ethiopia: 5..10}}
        """;

    [Theory]
    [InlineData("river.txt", "egypt", "ethiopia", MoveKind.Demand)]
    [InlineData("river.txt", "ethiopia", "egypt", MoveKind.Reject)]
    [InlineData("river.txt", "ethiopia", "egypt", MoveKind.Offer)]
    [InlineData("river.txt", "ethiopia", "egypt", MoveKind.Threaten)]
    [InlineData("trade.txt", "canada", "india", MoveKind.Threaten)]
    [InlineData("trade.txt", "india", "canada", MoveKind.Demand)]
    [InlineData("trade.txt", "india", "canada", MoveKind.Offer)]
    [InlineData("trade.txt", "india", "canada", MoveKind.Reject)]
    public void Plain_act_of_another_negotiation_is_found(string file, string actor, string target, MoveKind kind) =>
        ArticleReader.Read([Text(file)]).Moves.ShouldContain(m => m.Actor == actor && m.Target == target && m.Kind == kind);

    [Fact]
    public void Act_is_offered_no_issue_that_only_stands_elsewhere_in_its_sentence()
    {
        (string folder, _) = River();
        string article = Path.Combine(folder, "line.txt");
        File.WriteAllText(article, "Near the reservoir, Ethiopia rejected the ceasefire.\nEgypt demanded a slow filling of the reservoir from Ethiopia.\n");

        ReadingResult result = ArticleReader.Read([article], new ReadingOptions(CaseFolder.Read(folder, new CaseReadOptions()).Case));

        result.Moves.Where(m => m.Kind == MoveKind.Reject).ShouldNotBeEmpty();
        result.Moves.Where(m => m.Kind == MoveKind.Reject).SelectMany(m => m.Links).ShouldBeEmpty();
        result.Moves.Where(m => m.Kind == MoveKind.Demand).SelectMany(m => m.Links).ShouldContain(l => l.Issue != null && l.Issue.Value.Value == "reservoir");
    }

    [Fact]
    public void Every_proposal_of_a_text_can_be_accepted_and_undone()
    {
        (string folder, Review review) = River();
        string[] before = Files(folder);
        int decided = 0;

        for (; review.Open() is [var group, ..]; decided++)
        {
            review.Accept(group[0], [.. group.Skip(1)]).ShouldBeEmpty(group[0].Quote);
        }
        CaseFolder.Read(folder, new CaseReadOptions()).Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        decided.ShouldBeGreaterThan(5);
        for (int i = 0; i < decided; i++)
        {
            review.Undo().Problems.ShouldBeEmpty();
        }

        review.Last.ShouldBeNull();
        Files(folder).ShouldBe(before);
    }

    [Fact]
    public void Undo_brings_back_all_that_was_decided_with_one_key()
    {
        (string folder, Review review) = River();
        IReadOnlyList<Proposal> all = [.. review.Open().SelectMany(g => g)];
        review.Reject(all[0]);
        review.Accept(all[1], [all[2], all[3]]).ShouldBeEmpty();

        review = Review.Open(folder);
        review.Undo().Undone!.Id.ShouldBe(all[1].Id);

        (review.Accepted, review.Rejected).ShouldBe((0, 1));
        review.Reject([.. all.Skip(1)]);
        Review.Open(folder).Rejected.ShouldBe(all.Count);
        Review.Open(folder).Undo();
        Review.Open(folder).Rejected.ShouldBe(1);
    }

    [Theory]
    [InlineData("actor", "atlantis")]
    [InlineData("target", "atlantis")]
    [InlineData("lever", "no-such-lever")]
    [InlineData("day", "next week")]
    public void Edit_that_would_break_the_case_is_refused_and_decides_nothing(string field, string typed)
    {
        (string folder, Review review) = River();
        string[] before = Files(folder);
        Proposal first = review.Open().SelectMany(g => g).First(p => p.Number is null);
        Proposal edited = field switch
        {
            "actor" => first with { Actor = typed },
            "target" => first with { Target = typed },
            "lever" => first with { Lever = typed },
            _ => first with { First = typed, Last = typed },
        };

        review.Accept(edited).ShouldHaveSingleItem().Code.ShouldBe("reading/bad-edit");

        review.Accepted.ShouldBe(0);
        Files(folder).ShouldBe(before);
    }

    [Fact]
    public void Move_of_a_lever_by_another_than_its_holder_is_refused_and_leaves_the_files()
    {
        (string folder, Review review) = River();
        string[] before = Files(folder);
        Proposal other = review.Open().SelectMany(g => g).First(p => p.Actor == "ethiopia" && p.Move == "threaten");

        other.Lever.ShouldBeNull();
        review.Accept(other with { Lever = "commission-budget" }).ShouldNotBeEmpty();

        review.Accepted.ShouldBe(0);
        Files(folder).ShouldBe(before);
    }

    [Fact]
    public void Leader_named_among_the_other_names_of_a_party_is_a_person_to_pronouns()
    {
        string folder = TemporaryFolders.New(), article = Path.Combine(folder, "lock.txt");
        File.WriteAllText(Path.Combine(folder, "case.yaml"), "fulcrum: 1\ncase: Lock\nstarts: 2031-01-01\nas-of: 2031-06-01\nparties:\n  north: {role: principal, also: [Northmark, Ulla Brandt]}\n  south: {role: principal, also: [Southland]}\n");
        File.WriteAllText(article, "Southland rejected the plan. Premier Ulla Brandt threatened to close the ferry to Southland. She accused Southland of breaking the treaty.\n");

        ReadingResult result = ArticleReader.Read([article], new ReadingOptions(CaseFolder.Read(folder, new CaseReadOptions()).Case));

        result.Moves.ShouldContain(m => m.Actor == "north" && m.Target == "south" && m.Kind == MoveKind.Threaten);
        result.Moves.ShouldContain(m => m.Actor == "north" && m.Target == "south" && m.Kind == MoveKind.Accuse);
        result.Moves.ShouldContain(m => m.Actor == "south" && m.Kind == MoveKind.Break && m.Speaker == "Brandt");
    }

    private static string Text(string file) => Path.Combine(AppContext.BaseDirectory, "Negotiations", file);

    private static string[] Files(string folder) => [.. new[] { "case.yaml", "ledger.yaml", "evidence.yaml", "sources.yaml" }.Select(f => File.ReadAllText(Path.Combine(folder, f)).Trim())];

    private static (string Folder, Review Review) River()
    {
        string folder = TemporaryFolders.New();
        File.WriteAllText(Path.Combine(folder, "case.yaml"), RiverCase + "\n");
        foreach (string file in new[] { "ledger.yaml", "evidence.yaml", "sources.yaml" })
        {
            File.WriteAllText(Path.Combine(folder, file), file == "ledger.yaml" ? "# my own comment\nmoves:\n  older: {date: 2031-01-02, by: egypt, kind: state, what: an older row}\n" : "# my own comment\n");
        }
        ProposalsFile.Write(Path.Combine(folder, ProposalsFile.Name), ArticleReader.Read([Text("river.txt")], new ReadingOptions(CaseFolder.Read(folder, new CaseReadOptions()).Case)));
        return (folder, Review.Open(folder));
    }
}
