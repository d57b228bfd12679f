using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Finders.Actors;

/// <summary>Which parties a noun phrase stands for: 'senior U.S. and Russian officials' stands for two, 'Russian gas' for none.</summary>
internal sealed class PartyResolver(Sentence sentence, IReadOnlyList<Mention> mentions)
{
    private static readonly HashSet<string> ActingNouns = Lexicon.Words("actors");
    private static readonly string[] Where = ["in", "at", "near", "inside", "outside", "across", "around", "within", "throughout", "beyond"];
    private readonly Mention?[] at = ByToken(sentence, mentions);

    public Mention? MentionAt(Token token) => at[token.Index];

    /// <summary>What a word stands for once it is known who speaks.</summary>
    public void Put(Mention mention) => at[mention.Head.Index] = mention;

    /// <summary>Parties of the phrase with this head, in text order, without repeats.</summary>
    public IReadOnlyList<string> Parties(Token head)
    {
        var found = new List<string>();
        Collect(head, found, 0);
        return [.. found.Distinct()];
    }

    /// <summary>Surname of the person that the phrase names, or null.</summary>
    public string? Person(Token head)
    {
        if (at[head.Index]?.Person is { } person)
        {
            return person;
        }
        return sentence.Children(head).Where(c => c.Is("appos", "flat", "compound", "nmod:desc")).Select(c => at[c.Index]?.Person).FirstOrDefault(p => p is not null);
    }

    /// <summary>Every party named anywhere below the word, in text order; places are passed over.</summary>
    public IEnumerable<string> Below(Token top)
    {
        foreach (Token token in sentence.Subtree(top))
        {
            if (at[token.Index] is { Party: { } party } mention && mention.Head.Index == token.Index && !IsPlace(token))
            {
                yield return party;
            }
        }
    }

    /// <summary>'in Geneva', 'near Gaza': where something happens, not whom it concerns.</summary>
    public bool IsPlace(Token token) =>
        sentence.Children(token).Any(c => c.Is("case") && Where.Contains(c.Lower)) && at[token.Index] is { Kind: MentionKind.Name };

    private void Collect(Token head, List<string> found, int depth)
    {
        if (depth > 4)
        {
            return;
        }
        if (at[head.Index] is { } own)
        {
            AddUnlessNull(own.Party, found);
            AddUnlessNull(own.OtherParty, found);
        }
        else if (IsActing(head))
        {
            foreach (Token child in sentence.Children(head).Where(c => c.Is("amod", "compound", "nmod:poss", "nmod", "appos", "flat", "nmod:desc", "det", "conj") && !c.Is("conj")))
            {
                if (child.Is("nmod") && sentence.Child(child, "case")?.Lower is not ("of" or "from" or "in"))
                {
                    continue;
                }
                CollectModifier(child, found, depth);
            }
        }
        foreach (Token conjunct in sentence.Children(head).Where(c => c.Is("conj")))
        {
            Collect(conjunct, found, depth + 1);
        }
    }

    private void CollectModifier(Token child, List<string> found, int depth)
    {
        if (at[child.Index] is { } mention)
        {
            AddUnlessNull(mention.Party, found);
        }
        foreach (Token conjunct in sentence.Children(child).Where(c => c.Is("conj")))
        {
            CollectModifier(conjunct, found, depth + 1);
        }
    }

    private static void AddUnlessNull(string? party, List<string> found)
    {
        if (party is not null)
        {
            found.Add(party);
        }
    }

    internal static bool IsActing(Token token) => token.Tag is Tag.Noun or Tag.Propn && ActingNouns.Contains(token.Lower);

    private static Mention?[] ByToken(Sentence sentence, IReadOnlyList<Mention> mentions)
    {
        var table = new Mention?[sentence.Tokens.Count];
        foreach (Mention mention in mentions)
        {
            for (int i = mention.From; i < mention.To; i++)
            {
                table[i] = mention;
            }
        }
        return table;
    }
}
