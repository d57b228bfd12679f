using System.Diagnostics;
using System.Text;
using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Finders.Dates;
using Fulcrum.Reading.Finders.Moves;
using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Ledger;
using Fulcrum.Reading.Lineage;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>Documents a second and memory on a generated corpus, lineage included: a fifth of the articles rewrite another one.</summary>
internal static class CorpusFigures
{
    private static readonly string[] Parties = ["France", "Egypt", "Brazil", "Norway", "Kenya", "Japan", "Serbia", "Peru", "Vietnam", "Morocco", "Ghana", "Chile"];
    private static readonly string[] Verbs = ["rejected", "accepted", "criticised", "welcomed", "suspended", "proposed", "discussed", "postponed", "reviewed", "defended"];
    private static readonly string[] Nouns = ["plan", "ceasefire", "loan", "treaty", "border", "harbour", "dam", "fishery", "railway", "tariff", "visa", "pipeline", "summit", "prisoner", "satellite", "archive", "quota", "vaccine"];
    private static readonly string[] Tails = ["after talks in the capital", "despite objections from the opposition", "while ministers met behind closed doors", "as the deadline passed", "according to officials who asked not to be named", "before the vote on Thursday"];

    public static int Run(int articles)
    {
        string folder = Directory.CreateTempSubdirectory("corpus").FullName;
        string file = Path.Combine(folder, "corpus.jsonl");
        var chance = new Shuffle(42, 1);
        var texts = new List<string[]>();
        long words = 0;
        using (var writer = new StreamWriter(file))
        {
            for (int i = 0; i < articles; i++)
            {
                string[] sentences = i % 5 == 4 ? Rewrite(texts[(int)(chance.Draw() % (ulong)texts.Count)], chance) : Fresh(chance);
                texts.Add(sentences);
                string text = string.Join("\n\n", sentences.Chunk(4).Select(c => string.Join(' ', c)));
                words += text.Count(c => c == ' ');
                writer.WriteLine(System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string> { ["id"] = $"a{i}", ["text"] = text, ["date"] = "2031-05-14" }));
            }
        }
        texts.Clear();
        ArticleReader.Read([Write(folder, "The envoy of France met officials from Egypt on Monday.")]);
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime, paused = GC.GetTotalPauseDuration();
        var clock = Stopwatch.StartNew();
        ReadingResult result = ArticleReader.Read([file]);
        clock.Stop();
        double processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        int rewrites = result.Lineage.Count(l => !l.Independent);
        Console.WriteLine($"{articles} articles, {words} words: {articles / clock.Elapsed.TotalSeconds:0} articles/s, {articles / processor:0} articles per second of processor time, {result.Moves.Count} moves, {rewrites} rewrites found of {articles / 5}, peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB, {Environment.ProcessorCount} processors, {processor / clock.Elapsed.TotalSeconds:0.0} of them used, {(GC.GetTotalPauseDuration() - paused).TotalSeconds:0.0} s of pauses for memory in {clock.Elapsed.TotalSeconds:0} s");
        Stages(file, Math.Min(articles, 300));
        Directory.Delete(folder, true);
        return 0;
    }

    // Where the time goes, on one thread.
    private static void Stages(string file, int articles)
    {
        ArticleSource[] sources = [.. ArticleFiles.Open([file], []).Take(articles)];
        var reader = new DocumentReader(LanguageModel.English);
        var clock = Stopwatch.StartNew();
        Document[] documents = [.. sources.Select(s => reader.Read(s, null))];
        TimeSpan parsed = clock.Elapsed;
        clock.Restart();
        int dates = documents.Sum(d => d.Passages.Sum(p => DateFinder.Find(d.Text, p.Span, d.Date).Count));
        TimeSpan dated = clock.Elapsed;
        clock.Restart();
        int mentions = documents.Sum(d => new MentionFinder(Gazetteer.Shipped) is var finder ? d.Sentences.Sum(s => finder.Find(s).Count) : 0);
        TimeSpan named = clock.Elapsed;
        clock.Restart();
        int moves = documents.Sum(d => new MoveFinder(Gazetteer.Shipped, MoveLexicon.Shipped, null).Find(d).Count);
        TimeSpan moved = clock.Elapsed;
        clock.Restart();
        DocumentProfile[] profiles = [.. documents.Select(DocumentProfile.Of)];
        TimeSpan profiled = clock.Elapsed;
        clock.Restart();
        int rewrites = LineageFinder.Find(profiles).Count(l => !l.Independent);
        Console.WriteLine($"one thread, ms an article: parsing {parsed.TotalMilliseconds / articles:0.0}, dates {dated.TotalMilliseconds / articles:0.0} ({dates}), mentions {named.TotalMilliseconds / articles:0.0} ({mentions}), moves with both {moved.TotalMilliseconds / articles:0.0} ({moves}), profile {profiled.TotalMilliseconds / articles:0.0}, lineage {clock.Elapsed.TotalMilliseconds / articles:0.0} ({rewrites})");
    }

    private static string Write(string folder, string text)
    {
        string file = Path.Combine(folder, "warm.txt");
        File.WriteAllText(file, text);
        return file;
    }

    private static string[] Fresh(Shuffle chance) => [.. Enumerable.Range(0, 24).Select(_ => Sentence(chance))];

    // Some sentences left out, some words exchanged, one or two added.
    private static string[] Rewrite(string[] original, Shuffle chance) =>
        [.. original.Where(_ => chance.Draw() % 10 < 8).Select(s => chance.Draw() % 3 == 0 ? s.Replace("said", "noted", StringComparison.Ordinal).Replace("The ", "Its ", StringComparison.Ordinal) : s), Sentence(chance)];

    private static string Sentence(Shuffle chance)
    {
        string Pick(string[] from) => from[(int)(chance.Draw() % (ulong)from.Length)];
        var text = new StringBuilder();
        text.Append(Pick(Parties)).Append(' ').Append(Pick(Verbs)).Append(" the ").Append(Name(chance)).Append(' ').Append(Pick(Nouns)).Append(" with ").Append(Pick(Parties)).Append(' ').Append(Pick(Tails));
        if (chance.Draw() % 3 == 0)
        {
            text.Append(", and Minister ").Append(Name(chance)).Append(" said that the ").Append(Pick(Nouns)).Append(" could be reopened in ").Append(2000 + chance.Draw() % 30);
        }
        return text.Append('.').ToString();
    }

    // A made-up name of two or three syllables, so that the corpus has rare words as real ones do.
    private static string Name(Shuffle chance)
    {
        string[] syllables = ["ka", "lo", "mi", "ra", "ten", "vol", "sha", "bur", "ni", "dor", "pel", "qua", "zim", "hal", "or", "wen"];
        string name = string.Concat(Enumerable.Range(0, 2 + (int)(chance.Draw() % 2)).Select(_ => syllables[chance.Draw() % 16]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
