namespace Fulcrum.Reading.Parsing;

/// <summary>
/// Shipped weights: an open-addressing table from the upper 32 bits of a feature's hash to one signed byte a class.
/// A foreign feature meets a stored key by chance about once in two thousand look-ups, which the training figures include.
/// </summary>
internal sealed class FeatureTable : IFeatureScores
{
    private readonly uint[] keys;
    private readonly sbyte[] weights;
    private readonly int mask;
    private readonly int stride;

    private FeatureTable(int classes, int count)
    {
        Classes = classes;
        stride = classes;
        int size = 16;
        while (size < count * 2)
        {
            size *= 2;
        }
        mask = size - 1;
        keys = new uint[size];
        weights = new sbyte[size * stride];
    }

    public int Classes { get; }

    public static uint KeyOf(ulong feature) => Math.Max(1u, (uint)(feature >> 32));

    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        foreach (ulong feature in features)
        {
            uint key = KeyOf(feature);
            int slot = Slot(key);
            while (keys[slot] != 0)
            {
                if (keys[slot] == key)
                {
                    Add(weights.AsSpan(slot * stride, stride), scores);
                    break;
                }
                slot = (slot + 1) & mask;
            }
        }
    }

    /// <summary>Reads keys as rising differences and rows as (class, weight) pairs: see <see cref="Write"/>.</summary>
    public static FeatureTable Read(BinaryReader reader)
    {
        int classes = reader.ReadInt32();
        int count = reader.ReadInt32();
        var table = new FeatureTable(classes, count);
        uint key = 0;
        for (int row = 0; row < count; row++)
        {
            key += (uint)reader.Read7BitEncodedInt();
            int slot = table.Slot(key);
            while (table.keys[slot] != 0)
            {
                slot = (slot + 1) & table.mask;
            }
            table.keys[slot] = key;
            int entries = reader.ReadByte();
            for (int e = 0; e < entries; e++)
            {
                int cls = reader.ReadByte();
                table.weights[slot * classes + cls] = reader.ReadSByte();
            }
        }
        return table;
    }

    public static void Write(BinaryWriter writer, int classes, SortedDictionary<uint, sbyte[]> rows)
    {
        writer.Write(classes);
        writer.Write(rows.Count);
        uint last = 0;
        foreach ((uint key, sbyte[] row) in rows)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
            writer.Write((byte)row.Count(w => w != 0));
            for (int cls = 0; cls < classes; cls++)
            {
                if (row[cls] != 0)
                {
                    writer.Write((byte)cls);
                    writer.Write(row[cls]);
                }
            }
        }
    }

    private static void Add(ReadOnlySpan<sbyte> row, Span<float> scores)
    {
        for (int cls = 0; cls < row.Length; cls++)
        {
            scores[cls] += row[cls];
        }
    }

    private int Slot(uint key) => (int)((key * 0x9E3779B1u) >> 7) & mask;
}
