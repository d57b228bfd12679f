using Fulcrum.Reading.Benchmarks;

return args switch
{
    ["train", var train, var weights] => Training.Run(train, weights),
    ["syntax", .. var files] => SyntaxFigures.Run(files),
    ["gold", var gold, var articles, .. var rest] => GoldFigures.Run(gold, articles, rest.Contains("--verbose")),
    ["tree", .. var words] => SyntaxFigures.Tree(string.Join(' ', words)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        train TRAIN.conllu OUT.weights     train tagger and parser
        syntax TEST.conllu ...             UPOS, UAS, LAS and words per second
        gold GOLD ARTICLES [--verbose]     agreement with coded articles
        tree SENTENCE                      how a sentence is tagged and parsed
        """);
    return 2;
}
