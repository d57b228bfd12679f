using Fulcrum.Cases;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Reading.Tests;

public sealed class ClaimTests
{
    private const string CaseText = """
        fulcrum: 1
        case: Dam
        starts: 2031-01-01
        as-of: 2031-06-01
        # two sides
        parties:
          kenya: {role: principal}
          uganda: {role: principal}
        issues:
          dam:
            asks: Is the dam built?
            options: [halted, built]
            kenya: {halted: 0, built: 100}
            uganda: {halted: 100, built: 0}
        no-deal:
          talks-fail:
            nothing-changes: {chance: rest, as: {rest: status-quo}}
            cost: {kenya: 2..6, uganda: 5}
          per-month: {kenya: -1..0}
        levers:
          turbine-loan:   # the bank's money
            holder: kenya
            about: the loan for the turbines
            deal: {uganda: 5..10}
            credibility: {is: 0.3..0.6, judged-from: gazette-1}
          harbour-fees: {holder: uganda, about: fees at the harbour, no-deal: {kenya: -4..-1}, judged-from: [gazette-1]}
        """;

    private const string Gazette = "gazette-1:\n  source: gazette\n  says: 'an earlier sentence'\n";
    private const string Article = "Officials met again. Uganda depends on the loan of Kenya for 40 percent of the turbines. Nothing else was said.\n"
        + "“Nobody believes that Kenya is willing to pay the turbine loan,” said Mary Okello, an economist. The harbour fees have hurt Kenya for years.\n"
        + "A long delay would drain Kenya month after month.\n";

    [Theory]
    [InlineData("Uganda depends", "levers.turbine-loan.deal.uganda")]
    [InlineData("Nobody believes", "levers.turbine-loan.credibility")]
    [InlineData("The harbour fees", "levers.harbour-fees.no-deal.kenya")]
    [InlineData("A long delay", "no-deal.per-month.kenya")]
    public void Sentence_about_strength_or_cost_is_proposed_for_the_number_it_bears_on(string start, string path)
    {
        (_, ReadingResult result) = Read();

        ProposedClaim claim = result.Claims.Single(c => c.QuoteText.TrimStart('“').StartsWith(start, StringComparison.Ordinal));

        claim.Numbers.Select(n => n.Path).ShouldContain(path);
        claim.Numbers.ShouldAllBe(n => n.Score > 0 && n.Score <= 1);
    }

    [Fact]
    public void Sentence_that_bears_on_no_number_is_not_proposed()
    {
        (_, ReadingResult result) = Read();

        result.Claims.ShouldNotContain(c => c.QuoteText.Contains("Officials met", StringComparison.Ordinal) || c.QuoteText.Contains("Nothing else", StringComparison.Ordinal));
    }

    [Fact]
    public void Claim_keeps_its_figures_and_its_speaker()
    {
        (_, ReadingResult result) = Read();

        result.Claims.Single(c => c.QuoteText.StartsWith("Uganda depends", StringComparison.Ordinal)).Figures.ShouldBe(["40"]);
        result.Claims.Single(c => c.QuoteText.Contains("Nobody", StringComparison.Ordinal)).Speaker.ShouldBe("Okello");
    }

    [Theory]
    [InlineData("levers.turbine-loan.deal.uganda", "deal: {uganda: {is: 5..10, judged-from: lake-1}}")]
    [InlineData("levers.turbine-loan.credibility", "credibility: {is: 0.3..0.6, judged-from: [gazette-1, lake-1]}")]
    [InlineData("levers.harbour-fees.no-deal.kenya", "no-deal: {kenya: {is: -4..-1, judged-from: [gazette-1, lake-1]}}")]
    [InlineData("no-deal.per-month.kenya", "per-month: {kenya: {is: -1..0, judged-from: lake-1}}")]
    [InlineData("no-deal.talks-fail.cost.uganda", "cost: {kenya: 2..6, uganda: {is: 5, judged-from: lake-1}}")]
    [InlineData("issues.dam.kenya.built", "kenya: {halted: 0, built: {is: 100, judged-from: lake-1}}")]
    public void Accepted_claim_supports_its_number_and_changes_no_other_byte(string path, string line)
    {
        (string folder, _) = Read();
        Review review = Review.Open(folder);
        Proposal proposal = review.Open().SelectMany(g => g).First(p => p.Move == Proposal.Claim && p.Paragraph == 1) with { Number = path };

        review.Accept(proposal).ShouldBeEmpty();

        string after = File.ReadAllText(Path.Combine(folder, "case.yaml"));
        after.ShouldContain(line);
        after.ShouldContain("# the bank's money");
        Cases.Case @case = CaseFolder.Read(folder, new CaseReadOptions()).Case.ShouldNotBeNull();
        Support support = @case.Quantities.Single(q => q.Path == path).Support;
        support.Mark.ShouldBe(Mark.Judged);
        support.Evidence.Select(e => e.Value).ShouldContain("lake-1");
        @case.Evidence.Single(e => e.Id.Value == "lake-1").Source.Value.ShouldBe("lake");

        review.Undo().Problems.ShouldBeEmpty();

        File.ReadAllText(Path.Combine(folder, "case.yaml")).ShouldBe(CaseText);
        File.ReadAllText(Path.Combine(folder, "evidence.yaml")).ShouldBe(Gazette);
    }

    [Fact]
    public void Claim_for_a_number_that_does_not_stand_in_the_file_is_refused_with_what_to_do()
    {
        (string folder, _) = Read();
        Review review = Review.Open(folder);
        Proposal proposal = review.Open().SelectMany(g => g).First(p => p.Move == Proposal.Claim) with { Number = "levers.no-such-lever.deal.kenya" };

        CaseProblem problem = review.Accept(proposal).ShouldHaveSingleItem();

        problem.Code.ShouldBe("reading/no-such-number");
        review.Accepted.ShouldBe(0);
        File.ReadAllText(Path.Combine(folder, "evidence.yaml")).ShouldBe(Gazette);
    }

    [Fact]
    public void Rejected_claim_stays_rejected_when_the_article_is_read_again()
    {
        (string folder, _) = Read();
        Review review = Review.Open(folder);
        Proposal proposal = review.Open().SelectMany(g => g).First(p => p.Move == Proposal.Claim);
        review.Reject(proposal);

        ProposalsFile.Write(Path.Combine(folder, ProposalsFile.Name), ArticleReader.Read([Path.Combine(folder, "lake.txt")], new ReadingOptions(CaseFolder.Read(folder, new CaseReadOptions()).Case)));

        Review.Open(folder).Open().SelectMany(g => g).ShouldNotContain(p => p.Id == proposal.Id);
    }

    [Fact]
    public void Json_lists_the_claims_with_paths_and_scores()
    {
        (_, ReadingResult result) = Read();

        ReadingJson.ClaimRow row = ReadingJson.From(result).Claims.First(c => c.Quote.StartsWith("Uganda depends", StringComparison.Ordinal));

        row.Paragraph.ShouldBe(1);
        row.Numbers[0].Path.ShouldStartWith("levers.turbine-loan.");
        ReadingJson.From(result).Write().ShouldContain("\"claims\"");
    }

    private static (string Folder, ReadingResult Result) Read()
    {
        string folder = TemporaryFolders.New(), article = Path.Combine(folder, "lake.txt");
        File.WriteAllText(Path.Combine(folder, "case.yaml"), CaseText);
        File.WriteAllText(Path.Combine(folder, "evidence.yaml"), Gazette);
        File.WriteAllText(Path.Combine(folder, "sources.yaml"), "gazette:\n  outlet: Gazette\n  kind: news\n");
        File.WriteAllText(article, Article);
        CaseReadResult read = CaseFolder.Read(folder, new CaseReadOptions());
        ReadingResult result = ArticleReader.Read([article], new ReadingOptions(read.Case.ShouldNotBeNull(string.Join('\n', read.Problems.Select(p => p.Message)))));
        ProposalsFile.Write(Path.Combine(folder, ProposalsFile.Name), result);
        return (folder, result);
    }
}
