using Fulcrum.Reading.Benchmarks;

return args switch
{
    ["train", var train, var weights] => Training.Run(train, weights),
    ["syntax", .. var files] => SyntaxFigures.Run(files),
    ["gold", var gold, var articles, .. var rest] => GoldFigures.Run(gold, articles, rest.Contains("--verbose")),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        train TRAIN.conllu OUT.weights     train tagger and parser
        syntax TEST.conllu ...             UPOS, UAS, LAS and words per second
        gold GOLD ARTICLES [--verbose]     agreement with coded articles
        """);
    return 2;
}
