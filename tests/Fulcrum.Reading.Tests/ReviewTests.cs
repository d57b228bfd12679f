using Fulcrum.Cases;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Tests;

public sealed class ReviewTests
{
    private const string Ledger = "# my own comment\nmoves:\n  older: {date: 2031-01-02, by: kenya, kind: state, what: an older row}   # keep me\n";
    private const string Article = "Kenya accepted the plan of Uganda on May 12, 2031. Uganda rejected the loan from Kenya a week later.\n";

    [Fact]
    public void Accepted_move_enters_the_ledger_with_evidence_that_matches_the_text()
    {
        (string folder, Review review) = Case();
        Proposal proposal = review.Open().SelectMany(g => g).First(p => p.Move == "accept");

        review.Accept(proposal).ShouldBeEmpty();

        Cases.Case @case = CaseFolder.Read(folder, new CaseReadOptions()).Case.ShouldNotBeNull();
        Move move = @case.Moves.Single(m => m.Kind == MoveKind.Accept);
        Evidence evidence = @case.Evidence.Single(e => e.Id == move.Evidence[0]);
        evidence.SpanHash.ShouldBe(Cases.Verifying.TextHash.OfSpan(Article[evidence.Span!.Value.Start..evidence.Span.Value.End]));
        move.Date.First.ShouldBe(new DateOnly(2031, 5, 12));
    }

    [Fact]
    public void Undo_gives_back_the_files_as_they_were()
    {
        (string folder, Review review) = Case();
        review.Accept(review.Open()[0][0]).ShouldBeEmpty();

        review.Undo().Problems.ShouldBeEmpty();

        File.ReadAllText(Path.Combine(folder, "ledger.yaml")).ShouldBe(Ledger);
        CaseFolder.Read(folder, new CaseReadOptions()).Case.ShouldNotBeNull().Evidence.ShouldBeEmpty();
        review.Accepted.ShouldBe(0);
    }

    [Fact]
    public void Undo_that_cannot_save_takes_nothing_back()
    {
        (string folder, Review review) = Case();
        review.Accept(review.Open()[0][0]).ShouldBeEmpty();
        string ledger = File.ReadAllText(Path.Combine(folder, "ledger.yaml")), evidence = File.ReadAllText(Path.Combine(folder, "evidence.yaml"));
        using (new FileStream(Path.Combine(folder, ".evidence.yaml.1-1-0.aside"), FileMode.CreateNew, FileAccess.Write, FileShare.Read))
        {
            review.Undo().Problems.Select(p => p.Code).ShouldBe(["reading/unsaved"]);
        }

        review.Accepted.ShouldBe(1);
        File.ReadAllText(Path.Combine(folder, "ledger.yaml")).ShouldBe(ledger);
        File.ReadAllText(Path.Combine(folder, "evidence.yaml")).ShouldBe(evidence);
        review.Undo().Problems.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(folder, "ledger.yaml")).ShouldBe(Ledger);
    }

    [Fact]
    public void Move_is_not_saved_without_its_evidence()
    {
        (string folder, Review review) = Case();
        using (new FileStream(Path.Combine(folder, ".evidence.yaml.1-1-0.aside"), FileMode.CreateNew, FileAccess.Write, FileShare.Read))
        {
            review.Accept(review.Open()[0][0]).Select(p => p.Code).ShouldBe(["reading/unsaved"]);
        }

        review.Accepted.ShouldBe(0);
        File.ReadAllText(Path.Combine(folder, "ledger.yaml")).ShouldBe(Ledger);
    }

    [Fact]
    public void Decision_of_a_form_that_no_review_writes_takes_nothing_back()
    {
        (string folder, _) = Case();
        File.WriteAllText(
            Path.Combine(folder, ProposalsFile.Decisions),
            """
            {"id": "a", "decision": "accepted", "wrote": ["ledger.yaml", null]}
            {"id": "b", "decision": "accepted"}

            """);
        Review review = Review.Open(folder);

        review.Undo().Problems.ShouldBeEmpty();
        review.Undo().Problems.ShouldBeEmpty();

        File.ReadAllText(Path.Combine(folder, "ledger.yaml")).ShouldBe(Ledger);
    }

    [Fact]
    public void Rejected_proposals_stay_rejected_when_the_article_is_read_again()
    {
        (string folder, Review review) = Case();
        int all = review.Open().Count;
        review.Reject(review.Open()[0][0]);

        Read(folder);

        Review.Open(folder).Open().Count.ShouldBe(all - 1);
        Review.Open(folder).Rejected.ShouldBe(1);
    }

    [Fact]
    public void Decisions_cut_short_by_a_crash_leave_the_others_standing()
    {
        (string folder, Review review) = Case();
        review.Reject(review.Open()[0][0]);
        File.AppendAllText(Path.Combine(folder, ProposalsFile.Decisions), "{\"id\":\"abc\",\"deci");

        Review.Open(folder).Rejected.ShouldBe(1);
    }

    [Fact]
    public void Decision_after_one_cut_short_by_a_crash_is_not_lost_with_it()
    {
        (string folder, Review review) = Case();
        File.AppendAllText(Path.Combine(folder, ProposalsFile.Decisions), "{\"id\":\"abc\",\"deci");

        review.Reject(review.Open()[0][0]);

        Review.Open(folder).Rejected.ShouldBe(1);
    }

    [Fact]
    public void Acceptance_whose_move_was_written_when_the_program_ended_is_noted_at_the_next_start()
    {
        (string folder, Review review) = Case();
        Proposal proposal = review.Open().SelectMany(g => g).First(p => p.Move == "accept");
        review.Accept(proposal).ShouldBeEmpty();
        string ledger = File.ReadAllText(Path.Combine(folder, "ledger.yaml"));
        CutAfter(folder, 1);

        Review next = Review.Open(folder);

        next.Accepted.ShouldBe(1);
        next.Open().SelectMany(g => g).ShouldNotContain(p => p.Id == proposal.Id);
        File.ReadAllText(Path.Combine(folder, "ledger.yaml")).ShouldBe(ledger);
        next.Undo().Problems.ShouldBeEmpty();
        File.ReadAllText(Path.Combine(folder, "ledger.yaml")).ShouldBe(Ledger);
    }

    [Fact]
    public void Acceptance_whose_move_was_not_yet_written_when_the_program_ended_is_still_open()
    {
        (string folder, Review review) = Case();
        Proposal proposal = review.Open().SelectMany(g => g).First(p => p.Move == "accept");
        review.Accept(proposal).ShouldBeEmpty();
        CutAfter(folder, 1);
        File.WriteAllText(Path.Combine(folder, "ledger.yaml"), Ledger);

        Review next = Review.Open(folder);
        next.Open().SelectMany(g => g).ShouldContain(p => p.Id == proposal.Id);
        next.Accept(proposal).ShouldBeEmpty();

        Cases.Case @case = CaseFolder.Read(folder, new CaseReadOptions()).Case.ShouldNotBeNull();
        @case.Moves.Count(m => m.Kind == MoveKind.Accept).ShouldBe(1);
        @case.Evidence.Count.ShouldBe(1);
    }

    private static void CutAfter(string folder, int lines)
    {
        string decisions = Path.Combine(folder, ProposalsFile.Decisions);
        File.WriteAllLines(decisions, File.ReadAllLines(decisions).Take(lines));
    }

    [Fact]
    public void Draft_from_articles_is_a_case_without_errors()
    {
        string folder = TemporaryFolders.New(), file = Path.Combine(folder, "a.txt"), draft = Path.Combine(folder, "draft");
        File.WriteAllText(file, "Kenya demanded that Uganda open the border. Uganda rejected the demand. Kenya threatened to suspend aid to Uganda. Uganda offered Kenya a share of the dam. Kenya rejected the offer from Uganda.\n");
        Directory.CreateDirectory(draft);

        DraftCase.Write(draft, ArticleReader.Read([file], new ReadingOptions(Published: new DateOnly(2031, 5, 14)))).ShouldNotBeNull();

        CaseReadResult read = CaseFolder.Read(draft, new CaseReadOptions());
        read.Problems.Where(p => p.Severity == Severity.Error).ShouldBeEmpty();
        read.Case!.Parties.Select(p => p.Id.Value).Order().ShouldBe(["kenya", "uganda"]);
    }

    private static (string Folder, Review Review) Case()
    {
        string folder = TemporaryFolders.New();
        File.WriteAllText(Path.Combine(folder, "case.yaml"), "fulcrum: 1\ncase: Lake\nstarts: 2031-01-01\nas-of: 2031-06-01\nparties:\n  kenya: {role: principal}\n  uganda: {role: principal}\n");
        File.WriteAllText(Path.Combine(folder, "ledger.yaml"), Ledger);
        Read(folder);
        return (folder, Review.Open(folder));
    }

    private static void Read(string folder)
    {
        string article = Path.Combine(folder, "lake.txt");
        File.WriteAllText(article, Article);
        ProposalsFile.Write(Path.Combine(folder, ProposalsFile.Name), ArticleReader.Read([article], new ReadingOptions(CaseFolder.Read(folder, new CaseReadOptions()).Case)));
    }
}
