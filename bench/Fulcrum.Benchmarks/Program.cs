using Fulcrum.Benchmarks;

return args switch
{
    ["lottery"] => LotteryBenchmark.Run(Console.Out),
    ["growth"] => GrowthBenchmark.Run(Console.Out),
    ["simulator"] => PeaceSimulator.Run(Console.Out),
    ["frontier"] => FrontierBenchmark.Run(Console.Out),
    ["frontier-row", .. string[] numbers] => FrontierBenchmark.Row(numbers, Console.Out),
    ["single"] => SingleBenchmark.Run(Console.Out),
    ["draws", string folder] => DrawsBenchmark.Run(folder, Console.Out),
    ["draws-memory", string folder, string draws] => DrawsBenchmark.MemoryRow(folder, int.Parse(draws, System.Globalization.CultureInfo.InvariantCulture), Console.Out),
    ["kept", string folder] => KeptBenchmark.Run(folder, Console.Out),
    ["golden", string folder] => GoldenFigures.Run(folder, Console.Out),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Fulcrum.Benchmarks lottery | growth | simulator | frontier | single | draws CASE | kept CASE | golden FOLDER");
    Console.Error.WriteLine("  lottery   certified Nash mixtures for 3 parties x 7 issues x 4 options against listing all 16,384 deals");
    Console.Error.WriteLine("  growth    time from 5 to 100 issues of 10 options");
    Console.Error.WriteLine("  simulator every draft of cases/peace-simulator-2025 under the rule of its publisher");
    Console.Error.WriteLine("  frontier  efficient frontiers against listing all deals, and how time and memory grow");
    Console.Error.WriteLine("  single    the best single deal with proof, up to 5 parties x 30 issues x 8 options");
    Console.Error.WriteLine("  draws     draws a second with every concession's cost, on one thread and two, against the straightforward way; memory");
    Console.Error.WriteLine("  kept      whether the deal would be kept, draw by draw, against the same from objects");
    Console.Error.WriteLine("  golden    published domains in FOLDER against the figures of another implementation beside them");
    return 2;
}
