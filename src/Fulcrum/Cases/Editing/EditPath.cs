using System.Globalization;

namespace Fulcrum.Cases.Editing;

/// <summary>The way down a file's keys to one place; a list's items are counted from 0. The empty path is the whole file.</summary>
public sealed record EditPath
{
    private EditPath(IReadOnlyList<string> steps) => Steps = steps;

    /// <summary>The whole file.</summary>
    public static EditPath Root { get; } = new([]);

    public IReadOnlyList<string> Steps { get; }

    /// <summary>A path of keys as they stand in the file; a key may hold dots (the overrides of a reading do).</summary>
    public static EditPath Of(params IReadOnlyList<string> steps) => new([.. steps]);

    /// <summary>A dotted path ('levers.relief.deal.south'); not for keys that hold dots.</summary>
    public static EditPath Parse(string dotted) => dotted.Length == 0 ? Root : new(dotted.Split('.'));

    public EditPath Then(string key) => new([.. Steps, key]);

    public EditPath Then(int item) => Then(item.ToString(CultureInfo.InvariantCulture));

    public bool Equals(EditPath? other) => other is not null && Steps.SequenceEqual(other.Steps, StringComparer.Ordinal);

    public override int GetHashCode() => Steps.Aggregate(17, (hash, step) => HashCode.Combine(hash, step));

    public override string ToString() => string.Join('.', Steps);
}
