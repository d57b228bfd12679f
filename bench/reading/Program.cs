using Fulcrum.Reading.Benchmarks;

return args switch
{
    ["train", var train, var weights] => Training.Run(train, weights),
    ["syntax", .. var files] => SyntaxFigures.Run(files),
    ["gold", var gold, var articles, .. var rest] => GoldFigures.Run(gold, articles, rest.Contains("--verbose")),
    ["coded", var folder, .. var rest] => CodedFigures.Run(folder, rest.Contains("--verbose")),
    ["plover", var file, .. var rest] => PloverFigures.Run(file, rest.Contains("--verbose")),
    ["dates", .. var files] => DateFigures.Run([.. files.Where(f => f != "--verbose")], files.Contains("--verbose")),
    ["corpus", var articles] => CorpusFigures.Run(int.Parse(articles, System.Globalization.CultureInfo.InvariantCulture)),
    ["mentions", var article] => MentionList.Run(article),
    ["quotes", var article] => QuoteList.Run(article),
    ["tree", .. var words] => SyntaxFigures.Tree(string.Join(' ', words)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        train TRAIN.conllu OUT.weights     train tagger and parser
        syntax TEST.conllu ...             UPOS, UAS, LAS and words per second
        gold GOLD ARTICLES [--verbose]     agreement with coded articles
        coded FOLDER [--verbose]           agreement with texts written for the purpose
        plover RECORDS [--verbose]         event types, sources and targets
        dates SPECIFICATIONS [--verbose]   date expressions
        corpus N                           articles per second and memory on N generated articles
        mentions ARTICLE                   who is spoken of, sentence by sentence
        quotes ARTICLE                     each quotation of more than three words, with its speaker
        tree SENTENCE                      how a sentence is tagged and parsed
        """);
    return 2;
}
