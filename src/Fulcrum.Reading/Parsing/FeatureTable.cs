using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Fulcrum.Reading.Parsing;

/// <summary>
/// Shipped weights: an open-addressing table from the upper 32 bits of a feature's hash to one signed byte a class.
/// A foreign feature meets a stored key by chance about once in two thousand look-ups, which the training figures include.
/// </summary>
internal sealed class FeatureTable : IFeatureScores
{
    private const int Lanes = 8;
    private const int Wide = 16;

    private readonly (uint Key, int Row)[] slots;
    private readonly sbyte[] weights;
    private readonly int mask;
    private readonly int stride;

    private FeatureTable(int classes, int count)
    {
        Classes = classes;
        stride = classes < Wide ? classes : (classes + Lanes - 1) / Lanes * Lanes;
        int size = 16;
        while (size < count * 2)
        {
            size *= 2;
        }
        mask = size - 1;
        slots = new (uint, int)[size];
        weights = new sbyte[count * stride + Lanes];
    }

    public int Classes { get; }

    public static uint KeyOf(ulong feature) => Math.Max(1u, (uint)(feature >> 32));

    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        foreach (ulong feature in features)
        {
            uint key = KeyOf(feature);
            int slot = Slot(key);
            while (slots[slot].Key is not 0 and var stored)
            {
                if (stored == key)
                {
                    Add(slots[slot].Row * stride, scores);
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
            while (table.slots[slot].Key != 0)
            {
                slot = (slot + 1) & table.mask;
            }
            table.slots[slot] = (key, row);
            int entries = reader.ReadByte();
            for (int e = 0; e < entries; e++)
            {
                int cls = reader.ReadByte();
                table.weights[row * table.stride + cls] = reader.ReadSByte();
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

    private void Add(int start, Span<float> scores)
    {
        int cls = 0;
        if (Classes >= Wide)
        {
            ref sbyte row = ref weights[start];
            ref float into = ref MemoryMarshal.GetReference(scores);
            for (; cls + Lanes <= Classes; cls += Lanes)
            {
                Vector128<short> shorts = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref row, cls)))).AsSByte());
                (Vector128<int> low, Vector128<int> high) = Vector128.Widen(shorts);
                Vector256<float> sum = Vector256.LoadUnsafe(ref into, (nuint)cls) + Vector256.ConvertToSingle(Vector256.Create(low, high));
                sum.StoreUnsafe(ref into, (nuint)cls);
            }
        }
        for (; cls < Classes; cls++)
        {
            scores[cls] += weights[start + cls];
        }
    }

    private int Slot(uint key) => (int)((key * 0x9E3779B1u) >> 7) & mask;
}
