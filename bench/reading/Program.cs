using Fulcrum.Reading.Benchmarks;

return args switch
{
    ["train", var train, var weights] => Training.Run(train, weights),
    ["syntax", .. var files] => SyntaxFigures.Run(files),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        train TRAIN.conllu OUT.weights     train tagger and parser
        syntax TEST.conllu ...             UPOS, UAS, LAS and words per second
        """);
    return 2;
}
