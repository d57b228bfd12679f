using Fulcrum.Cases;
using Fulcrum.Commitments;

namespace Fulcrum.Findings.Kept;

/// <param name="Perceived">Per principal and draw, as it sees things itself: its own drift (null where none is stated for it), and whether a deal is open. Parties without a belief of their own see the case's.</param>
/// <param name="Believers">Names of the parties with a belief of their own.</param>
internal sealed record TrendInput(
    Case Case, DateOnly AsOf, IReadOnlyList<TrendDraw> Draws, IReadOnlyList<IReadOnlyList<(double? Drift, bool Open)>> Perceived, IReadOnlyList<string> Believers, int Asked, ulong Seed,
    string Version);
