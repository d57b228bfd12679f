namespace Fulcrum.Reading.Parsing;

internal enum Transition { Shift, Left, Right }

/// <summary>
/// The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta 2011) with the root after the last word.
/// Shift moves the next word to the stack; Left hangs the stack's top under the next word; Right hangs it under the word below it.
/// </summary>
internal sealed class ParserState
{
    private int[] stack = [];

    public int Count { get; private set; }

    public int StackSize { get; private set; }

    /// <summary>The next word; equal to <see cref="Count"/> when only the root is left.</summary>
    public int Next { get; private set; }

    public int[] Heads { get; private set; } = [];

    public byte[] Labels { get; private set; } = [];

    // For each word (and the root): outermost dependents on either side, and how many.
    public int[] Left1 { get; private set; } = [];

    public int[] Left2 { get; private set; } = [];

    public int[] Right1 { get; private set; } = [];

    public int[] Right2 { get; private set; } = [];

    public int[] LeftCount { get; private set; } = [];

    public int[] RightCount { get; private set; } = [];

    public void Start(int count)
    {
        Count = count;
        Next = 0;
        StackSize = 0;
        if (stack.Length < count + 1)
        {
            int size = Math.Max(64, count * 2);
            stack = new int[size];
            (Heads, Labels) = (new int[size], new byte[size]);
            (Left1, Left2, Right1, Right2, LeftCount, RightCount) = (new int[size], new int[size], new int[size], new int[size], new int[size], new int[size]);
        }
        Array.Fill(Heads, -1, 0, count);
        Array.Clear(Labels, 0, count);
        foreach (int[] links in (ReadOnlySpan<int[]>)[Left1, Left2, Right1, Right2])
        {
            Array.Fill(links, -1, 0, count + 1);
        }
        Array.Clear(LeftCount, 0, count + 1);
        Array.Clear(RightCount, 0, count + 1);
    }

    public bool Done => Next == Count && StackSize == 0;

    /// <summary>Word on the stack, counted from the top; -1 when there is none.</summary>
    public int Top(int depth) => depth < StackSize ? stack[StackSize - 1 - depth] : -1;

    public bool Allows(Transition transition) => transition switch
    {
        Transition.Shift => Next < Count,
        // Only one word may hang on the root.
        Transition.Left => StackSize > 0 && (Next < Count || StackSize == 1),
        _ => StackSize > 1,
    };

    /// <summary>Head and dependent of the arc that the transition would make.</summary>
    public (int Head, int Dependent) Arc(Transition transition) => (transition == Transition.Left ? Next : Top(1), Top(0));

    public void Do(Transition transition, byte label)
    {
        if (transition == Transition.Shift)
        {
            stack[StackSize++] = Next++;
            return;
        }
        (int head, int dependent) = Arc(transition);
        StackSize--;
        Heads[dependent] = head;
        Labels[dependent] = label;
        if (dependent < head)
        {
            (Left2[head], Left1[head]) = (Left1[head], dependent);
            LeftCount[head]++;
        }
        else
        {
            (Right2[head], Right1[head]) = (Right1[head], dependent);
            RightCount[head]++;
        }
    }

    /// <summary>How many gold arcs the transition makes unreachable: the dynamic oracle (Goldberg and Nivre 2013).</summary>
    public int Cost(Transition transition, ReadOnlySpan<int> gold)
    {
        int cost = 0;
        if (transition == Transition.Shift)
        {
            for (int depth = 0; depth < StackSize; depth++)
            {
                int word = Top(depth);
                cost += gold[word] == Next || (depth > 0 && gold[Next] == word) ? 1 : 0;
            }
            return cost;
        }
        int top = Top(0);
        for (int word = Next; word < Count; word++)
        {
            cost += gold[word] == top ? 1 : 0;
        }
        bool lost = transition == Transition.Left ? gold[top] > Next || gold[top] == Top(1) : gold[top] >= Next;
        return cost + (lost && gold[top] >= 0 ? 1 : 0);
    }
}
