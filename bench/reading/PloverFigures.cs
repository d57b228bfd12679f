using System.Text.RegularExpressions;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Moves;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>
/// PLOVER's records: is the event's type found in the sentence, and, with the event's words given, who acts and on whom. Types are those with at least ten records.
/// Odd and even records are reported apart: word lists were written with the odd ones in view.
/// </summary>
internal static partial class PloverFigures
{
    private sealed record Case(int Number, string Type, string Text, string[] Sources, string[] Targets, string[] Events);

    public static int Run(string file, bool verbose)
    {
        Case[] all = [.. Record().Matches(File.ReadAllText(file)).Select(Parse).OfType<Case>()];
        HashSet<string> main = [.. all.GroupBy(c => c.Type).Where(g => g.Count() >= 10).Select(g => g.Key)];
        Case[] cases = [.. all.Where(c => main.Contains(c.Type))];
        var counts = new Dictionary<string, int[]>();
        foreach (Case item in cases)
        {
            var (type, source, target) = Check(item, verbose);
            foreach (string group in (string[])["all", item.Number % 2 == 1 ? "odd" : "even", "  " + item.Type])
            {
                int[] row = counts.TryGetValue(group, out int[]? known) ? known : counts[group] = new int[6];
                row[0]++;
                row[1] += type ? 1 : 0;
                row[2] += item.Sources.Length > 0 ? 1 : 0;
                row[3] += item.Sources.Length > 0 && source ? 1 : 0;
                row[4] += item.Targets.Length > 0 ? 1 : 0;
                row[5] += item.Targets.Length > 0 && target ? 1 : 0;
            }
        }
        Console.WriteLine($"{main.Count} types, {cases.Length} records");
        foreach ((string group, int[] c) in counts.OrderBy(c => c.Key.Trim(), StringComparer.Ordinal))
        {
            Console.WriteLine($"{group,-14} type {(double)c[1] / c[0]:0.000} ({c[1]}/{c[0]})  source {(double)c[3] / Math.Max(1, c[2]):0.000} ({c[3]}/{c[2]})  target {(double)c[5] / Math.Max(1, c[4]):0.000} ({c[5]}/{c[4]})");
        }
        return 0;
    }

    private static (bool Type, bool Source, bool Target) Check(Case item, bool verbose)
    {
        Sentence sentence = new SentenceReader(LanguageModel.English).Read(item.Text, new Span(0, item.Text.Length)).OrderByDescending(s => s.Tokens.Count).First();
        var mentions = new MentionFinder(Gazetteer.Shipped);
        var roles = new Roles(sentence, new PartyResolver(sentence, mentions.Find(sentence)));
        (MoveEntry Entry, Token Token)? best = EventTypes.OfSentence(roles);
        string type = best is { } found ? EventTypes.TypeOf(roles, found.Token, found.Entry) : "none";
        var sides = new EventSides(roles, Marked(sentence, item));
        (Token? trigger, Token? source, Token? target) = (sides.Trigger, sides.Source, sides.Target);
        bool sourceRight = item.Sources.Any(s => Names(roles, source, s)), targetRight = item.Targets.Any(s => Names(roles, target, s));
        if (verbose)
        {
            Console.WriteLine($"{(type == item.Type ? "ok  " : "BAD ")}{item.Type} {item.Number} as {type} '{best?.Token.Text}' | {trigger?.Text}: {(sourceRight ? "" : "SOURCE ")}{source?.Text} [{string.Join('/', item.Sources)}] {(targetRight ? "" : "TARGET ")}{target?.Text} [{string.Join('/', item.Targets)}] | {item.Text}");
        }
        return (type == item.Type, sourceRight, targetRight);
    }

    // The words that the record marks as the event, where the sentence has them.
    private static IEnumerable<Token> Marked(Sentence sentence, Case item)
    {
        foreach (string part in item.Events)
        {
            int at = item.Text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
            foreach (Token token in at < 0 ? [] : sentence.Tokens.Where(t => t.Span.Start >= at && t.Span.End <= at + part.Length && t.Tag is Tag.Verb or Tag.Noun or Tag.Adj or Tag.Propn))
            {
                yield return token;
            }
        }
    }

    // The phrase of the word found shares a content word with the actor's text.
    private static bool Names(Roles roles, Token? head, string actor)
    {
        if (head is null)
        {
            return false;
        }
        HashSet<string> words = [.. actor.Split(' ', '-', '\'').Where(w => w.Length > 2 ? char.IsLetter(w[0]) : w.Length == 2 && w.All(char.IsUpper))];
        return roles.Sentence.Subtree(head).Where(t => !roles.Sentence.Ancestors(t).Prepend(t).TakeWhile(a => a.Index != head.Index).Any(a => a.Is("acl:relcl", "acl", "advcl", "parataxis")))
            .Any(t => words.Contains(t.Text));
    }

    private static Case? Parse(Match match)
    {
        string body = match.Value;
        string type = Field(body, "event");
        if (type is "DOCUMENT" or "")
        {
            return null;
        }
        int number = int.Parse(Number().Match(body).Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
        return new Case(number, type, Field(body, "text"), Actors(body, "source"), Actors(body, "target"), [.. Event().Matches(body).Select(m => m.Groups[1].Value.Trim())]);
    }

    private static string[] Actors(string body, string field)
    {
        Match block = Regex.Match(body, $"\"{field}\": *\\[(.*?)\\]", RegexOptions.Singleline);
        return block.Success ? [.. Actor().Matches(block.Groups[1].Value).Select(m => m.Groups[1].Value)] : [];
    }

    private static string Field(string body, string name) => Regex.Match(body, $"\"{name}\": *\"((?:[^\"\\\\]|\\\\.)*)\"").Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal);

    [GeneratedRegex("\\{\\s*\"id\": \"PLOVER.*?\n\\}", RegexOptions.Singleline)]
    private static partial Regex Record();

    [GeneratedRegex("-(\\d+)\"")]
    private static partial Regex Number();

    [GeneratedRegex("\"actorText\": *\"(.*?)\"")]
    private static partial Regex Actor();

    [GeneratedRegex("\\(EVT: ([^)]*)\\)")]
    private static partial Regex Event();
}
