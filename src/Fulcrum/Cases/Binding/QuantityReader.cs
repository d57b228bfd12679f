using System.Globalization;
using Fulcrum.Cases.Problems;
using Fulcrum.Cases.Syntax;
using Fulcrum.Cases.Verifying;

namespace Fulcrum.Cases.Binding;

/// <summary>Reads a number with its support and its partners, and enters it in the list of the case's quantities.</summary>
internal static class QuantityReader
{
    /// <summary>Never null: a number that could not be read is reported and stands in as 0, in a case that will not be built.</summary>
    public static Quantity Read(SyntaxNode node, Trail trail, NumberScale scale, BlockSupport outer, BindingState state)
    {
        if (node is ScalarNode plain)
        {
            return plain.IsEmpty ? Failed(NumberProblems.Malformed(plain, plain.Value), trail, node, state)
                : Enter(plain, trail, scale, outer.For(plain), null, false, state);
        }
        if (Block.Of(node, "a number with its support", state) is not { } block)
        {
            return StandIn(trail, node, state);
        }
        ScalarNode? number = block.Scalar("is");
        Support support = block.Support(outer).For(block.Map);
        ScalarNode? with = block.Scalar("with");
        ScalarNode? against = block.Scalar("against");
        block.Close();
        if (with is not null && against is not null)
        {
            state.Report(NumberProblems.WithAndAgainst(against));
        }
        if (number is null)
        {
            return block.Map["is"] is null ? Failed(WordProblems.Missing(node, "a number with its support", "is", "20..40"), trail, node, state) : StandIn(trail, node, state);
        }
        return Enter(number, trail, scale, support, with ?? against, with is null, state);
    }

    /// <summary>A number that the file does not state and that has a value by convention.</summary>
    public static Quantity Default(double value, Trail trail, NumberScale scale, SyntaxNode owner, BindingState state) =>
        Add(new NumberShape.Fixed(value), trail, scale, Support.ByDefault, owner.Place, state);

    /// <summary>One number per party: 'cost: {north: 20..40, south: 10}'. The block may carry support for all of them.</summary>
    public static IReadOnlyDictionary<PartyId, Quantity> PerParty(SyntaxNode? node, string what, Trail trail, NumberScale scale, BlockSupport outer, BindingState state)
    {
        var numbers = new Dictionary<PartyId, Quantity>();
        if (Block.Of(node, what, state) is not { } block)
        {
            return numbers;
        }
        BlockSupport support = block.Support(outer);
        foreach (MapEntry entry in block.Others())
        {
            if (state.Parties.Resolve(entry.Key, state.Problems) is { } party)
            {
                numbers[new PartyId(party)] = Read(entry.Value, trail.Then(party, state.Parties.KeyOf(party)), scale, support, state);
            }
        }
        return numbers;
    }

    private static Quantity Enter(ScalarNode number, Trail trail, NumberScale scale, Support support, ScalarNode? partner, bool against, BindingState state)
    {
        if (NumberReader.Shape(number, scale, state) is not { } shape)
        {
            return StandIn(trail, number, state);
        }
        if (support.Mark == Mark.Quoted)
        {
            CheckFigures(number, shape, support, state);
        }
        int index = state.Quantities.Count;
        if (partner is not null)
        {
            state.Partnerships.Add((index, partner));
        }
        int drawnWith = partner is null ? -1 : state.PartnerAt(partner.Value);
        return Add(shape, trail, scale, support, number.Place, state, drawnWith, against && partner is not null);
    }

    private static Quantity Add(
        NumberShape shape, Trail trail, NumberScale scale, Support support, TextPlace place, BindingState state, int drawnWith = -1, bool against = false)
    {
        var quantity = new Quantity(state.Quantities.Count, trail.Path, trail.Key, shape, support, place, drawnWith, against, scale.Unit);
        state.Quantities.Add(quantity);
        return quantity;
    }

    private static Quantity Failed(CaseProblem problem, Trail trail, SyntaxNode node, BindingState state)
    {
        state.Report(problem);
        return StandIn(trail, node, state);
    }

    private static Quantity StandIn(Trail trail, SyntaxNode node, BindingState state)
    {
        state.UnreadPaths.Add(trail.Path);
        return new Quantity(0, trail.Path, trail.Key, new NumberShape.Fixed(0), Support.None, node.Place);
    }

    private static void CheckFigures(ScalarNode number, NumberShape shape, Support support, BindingState state)
    {
        Evidence[] known = [.. support.Evidence.Select(e => state.EvidenceById.GetValueOrDefault(e.Value)).OfType<Evidence>()];
        Figure[] figures = [.. known.SelectMany(e => e.Figures).SelectMany(Figures.In)];
        double[] stated = shape switch
        {
            NumberShape.Fixed f => [f.Value],
            NumberShape.Uniform u => [u.Low, u.High],
            NumberShape.Triangular t => [t.Low, t.Mode, t.High],
            _ => [],
        };
        if (known.Length == 0 || stated.Length == 0)
        {
            return;
        }
        if (known.All(e => e.Figures.Count == 0))
        {
            state.Report(NumberProblems.FiguresMissing(number, known[0].Id.Value));
            return;
        }
        foreach (double value in stated)
        {
            bool stands = Figures.Contain(figures, value);
            if (!stands)
            {
                state.Report(NumberProblems.FigureNotQuoted(number, value.ToString(CultureInfo.InvariantCulture), string.Join(", ", known.Select(e => e.Id.Value))));
                return;
            }
        }
    }
}
