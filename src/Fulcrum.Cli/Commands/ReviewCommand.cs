using System.CommandLine;
using Fulcrum.Cases;
using Fulcrum.Cli.Pages;
using Fulcrum.Reading.Ledger;

namespace Fulcrum.Cli.Commands;

internal static class ReviewCommand
{
    private const string AtTheEnd = "Nothing else is left.  [u]ndo the last decision  [q]uit";
    private const string Keys = "[a]ccept  [e]dit  [r]eject  [s]kip  [u]ndo  reject all [o]pinions  [q]uit";

    public static Verb Create(Terminal terminal)
    {
        var common = new CommonOptions();
        var verb = new Verb("review", "accept, edit or reject the proposals of 'read'")
        {
            Explanation = "Walks through the proposals one by one: those that would move a lever or an option first, the same event across sources as one. "
                + "Every decision is saved at once, so that nothing is lost when you stop. Accepted moves enter ledger.yaml with their evidence; "
                + "rejected ones stay rejected when the article is read again. Answers are single letters, one a line, so that they can also come from a file.",
            Examples = [("fulcrum review cases/ukraine-2025", "after: fulcrum read ~/articles --case cases/ukraine-2025")],
        };
        verb.Add(common.Case);
        verb.SetAction((parsed, cancellation) => Task.FromResult(Run(terminal, parsed.GetValue(common.Case)!, new Answers(Console.In, cancellation))));
        return verb;
    }

    private static int Run(Terminal terminal, string folder, Answers answers)
    {
        Review review = Review.Open(folder);
        if (review.Problems.Count > 0)
        {
            return Answering.Refuse(terminal, review.Problems, json: false);
        }
        var skipped = new HashSet<string>();
        int decided = review.Accepted + review.Rejected;
        while (!answers.Ended)
        {
            if (review.Open().FirstOrDefault(g => !skipped.Contains(g[0].Id)) is not { } group)
            {
                // The last decision of this sitting can still be taken back.
                if (review.Accepted + review.Rejected <= decided || !TakesBack(terminal, review, answers))
                {
                    break;
                }
                continue;
            }
            terminal.Output.Write(ReviewPage.Of(group, review.Open().Count - skipped.Count, Keys, terminal.Width).ToText(terminal.Colour));
            terminal.Output.Flush();
            if (answers.Next()?.Trim() is not { } answer || answer == "q")
            {
                break;
            }
            if (Decide(terminal, review, group, answer, answers) is { } problems)
            {
                terminal.Error.Write(ProblemsPage.Of(problems, terminal.Width).ToText(terminal.ErrorColour));
            }
            else
            {
                skipped.Add(group[0].Id);
            }
        }
        terminal.Output.Write(answers.Interrupted ? "\nstopped: every decision is kept, the next review goes on from here\n" : "");
        terminal.Output.Write($"{review.Accepted} accepted, {review.Rejected} rejected, {review.Open().Count} open\n");
        return ExitCode.Done;
    }

    private static bool TakesBack(Terminal terminal, Review review, Answers answers)
    {
        terminal.Output.Write($"\n{AtTheEnd}\n");
        terminal.Output.Flush();
        if (answers.Next()?.Trim() != "u")
        {
            return false;
        }
        terminal.Error.Write(ProblemsPage.Of(review.Undo().Problems, terminal.Width).ToText(terminal.ErrorColour));
        return true;
    }

    // Null: passed over for now.
    private static IReadOnlyList<CaseProblem>? Decide(Terminal terminal, Review review, IReadOnlyList<Proposal> group, string answer, Answers answers)
    {
        switch (answer)
        {
            case "a":
                return AcceptGroup(review, group, group[0]);
            case "e":
                Proposal edited = Edited(terminal, group[0], answers);
                // Stopped between two questions: what was not answered is not accepted.
                return answers.Ended ? [] : AcceptGroup(review, group, edited);
            case "r":
                review.Reject(group);
                return [];
            case "u":
                return review.Undo().Problems;
            case "o":
                terminal.Output.Write($"{review.RejectOpinions()} opinions rejected\n");
                return [];
            case "s" or "":
                return null;
            default:
                terminal.Output.Write($"'{answer}' is none of the letters\n");
                return [];
        }
    }

    // The first is the move; the same event in other sources needs no second row.
    private static IReadOnlyList<CaseProblem> AcceptGroup(Review review, IReadOnlyList<Proposal> group, Proposal first) => review.Accept(first, [.. group.Skip(1)]);

    // An empty answer keeps what stands there, a dash takes it away.
    private static Proposal Edited(Terminal terminal, Proposal proposal, Answers answers)
    {
        string Ask(string field, string? now)
        {
            terminal.Output.Write(answers.Ended ? "" : $"  {field} [{Page.Clean(now ?? "")}]: ");
            terminal.Output.Flush();
            string? typed = answers.Next();
            return string.IsNullOrWhiteSpace(typed) ? now ?? "" : typed.Trim() is "-" ? "" : typed.Trim();
        }
        if (proposal.Number is not null)
        {
            return proposal with { Number = Ask("number", proposal.Number), Speaker = Ask("speaker", proposal.Speaker) };
        }
        string actor = Ask("actor", proposal.Actor), target = Ask("target", proposal.Target), move = Ask("move", proposal.Move);
        string what = Ask("object", proposal.Object), day = Ask("date", proposal.First == proposal.Last ? proposal.First : $"{proposal.First}..{proposal.Last}");
        string[] ends = day.Split("..");
        return proposal with
        {
            Actor = actor,
            Target = target.Length > 0 ? target : null,
            Move = ReadingWords.Kind(move) is null ? proposal.Move : move,
            Object = what,
            First = ends[0].Length > 0 ? ends[0] : null,
            Last = ends[^1].Length > 0 ? ends[^1] : null,
            Factuality = Ask("factuality", proposal.Factuality) is var real && ReadingWords.Factuality(real) is not null ? real : proposal.Factuality,
            Lever = Ask("lever", proposal.Lever) is { Length: > 0 } lever ? lever : null,
        };
    }
}
