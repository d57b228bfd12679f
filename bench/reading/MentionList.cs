using Fulcrum.Reading.Finders.Actors;
using Fulcrum.Reading.Intake;
using Fulcrum.Reading.Parsing;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Benchmarks;

/// <summary>The mentions of an article with the parties and persons they were given, to see where a pronoun went astray.</summary>
internal static class MentionList
{
    public static int Run(string file)
    {
        foreach (ArticleSource article in ArticleFiles.Open([file], []))
        {
            Document document = new DocumentReader(LanguageModel.English).Read(article, null);
            var finder = new MentionFinder(Gazetteer.Shipped);
            foreach (Passage passage in document.Passages.Where(p => p.Speaks))
            {
                foreach (Sentence sentence in passage.Sentences)
                {
                    IEnumerable<string> found = finder.Find(sentence).Select(m => $"{string.Join(' ', sentence.Tokens.Skip(m.From).Take(m.To - m.From).Select(t => t.Text))}={m.Party}{(m.OtherParty is null ? "" : "+" + m.OtherParty)}{(m.Person is null ? "" : "/" + m.Person)}");
                    Console.WriteLine($"{passage.Number,3} {string.Join("  ", found)}");
                }
            }
        }
        return 0;
    }
}
