using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;
using Fulcrum.Reading.Syntax;

namespace Fulcrum.Reading.Parsing;

/// <summary>The trained part of reading: tagger, parser and lemmas of English, from the weights shipped with the assembly.</summary>
internal sealed class LanguageModel
{
    private const string Resource = "english.weights";
    private static readonly Lazy<LanguageModel> Shared = new(Load);
    private static readonly WordFeatures Comma = WordFeatures.Of(",");
    private readonly Tagger tagger;
    private readonly DependencyParser parser;
    private readonly string[] relations;

    public LanguageModel(IFeatureScores tags, IFeatureScores transitions, IFeatureScores labels, string[] relations, FrozenDictionary<string, string> lemmas)
    {
        tagger = new Tagger(tags);
        parser = new DependencyParser(transitions, labels);
        this.relations = relations;
        Lemmas = new Lemmatiser(lemmas);
    }

    public static LanguageModel English => Shared.Value;

    public Lemmatiser Lemmas { get; }

    /// <summary>
    /// Tags and parses the words of one sentence. Clauses that commas part off between a subject and its verb are parsed by themselves and hung under the subject, and a phrase of
    /// time in front of the sentence is read as if a comma followed it.
    /// </summary>
    public (Tag[] Tags, int[] Heads, string[] Relations) Parse(IReadOnlyList<string> words, ParserState? workspace = null)
    {
        ParserState state = workspace ?? new ParserState();
        var features = new WordFeatures[words.Count];
        for (int i = 0; i < features.Length; i++)
        {
            features[i] = WordFeatures.Of(words[i]);
        }
        var tags = new Tag[words.Count];
        tagger.Run(features, tags);
        var tree = new PartedTree(words, tags, Bracketed.In(words, tags), Fronted.Length(words));
        foreach (int[] part in tree.Parts)
        {
            WordFeatures[] own = [.. part.Select(i => i < 0 ? Comma : features[i])];
            Tag[] ownTags = [.. part.Select(i => i < 0 ? Tag.Punct : tags[i])];
            parser.Run(state, own, ownTags);
            tree.Take(part, state.Heads, i => relations[state.Labels[i]]);
        }
        tree.Join();
        MainClause.Mend(words, tags, tree.Heads, tree.Relations);
        RaisedSubjects.Mend(words, tags, tree.Heads, tree.Relations);
        return (tags, tree.Heads, tree.Relations);
    }

    public static LanguageModel Read(Stream stream)
    {
        using var unpacked = new BrotliStream(stream, CompressionMode.Decompress);
        using var buffered = new BufferedStream(unpacked, 1 << 16);
        using var reader = new BinaryReader(buffered, Encoding.UTF8);
        var relations = new string[reader.ReadInt32()];
        for (int i = 0; i < relations.Length; i++)
        {
            relations[i] = reader.ReadString();
        }
        var lemmas = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            lemmas[reader.ReadString()] = reader.ReadString();
        }
        return new LanguageModel(
            FeatureTable.Read(reader), FeatureTable.Read(reader), FeatureTable.Read(reader), relations, lemmas.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static LanguageModel Load()
    {
        using Stream? stream = typeof(LanguageModel).Assembly.GetManifestResourceStream(Resource);
        return Read(stream ?? throw new InvalidOperationException($"The assembly was built without '{Resource}'."));
    }
}
