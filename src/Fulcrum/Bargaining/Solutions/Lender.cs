namespace Fulcrum.Bargaining.Solutions;

/// <summary>
/// Arrays of exact lengths for answers that are read before the next question is asked: lent out one after the other, emptied, and taken back all at once, so
/// that a loop over many problems allocates nothing once it has seen their sizes. One thread's own.
/// </summary>
internal sealed class Lender
{
    private readonly Shelf<double> doubles = new();
    private readonly Shelf<bool> bools = new();
    private readonly Shelf<int> ints = new();
    private readonly Shelf<MemberRole> roles = new();
    private readonly bool takesBack;

    /// <param name="takesBack">False: every array is a new one, which whoever asked for it may keep.</param>
    public Lender(bool takesBack) => this.takesBack = takesBack;

    public double[] Doubles(int length) => takesBack ? doubles.Next(length) : new double[length];

    public bool[] Bools(int length) => takesBack ? bools.Next(length) : new bool[length];

    public int[] Ints(int length) => takesBack ? ints.Next(length) : new int[length];

    /// <summary>All of one role.</summary>
    public MemberRole[] Roles(int length, MemberRole role)
    {
        MemberRole[] lent = takesBack ? roles.Next(length) : new MemberRole[length];
        Array.Fill(lent, role);
        return lent;
    }

    /// <summary>Whoever still holds an array sees it written over.</summary>
    public void TakeBack()
    {
        doubles.TakeBack();
        bools.TakeBack();
        ints.TakeBack();
        roles.TakeBack();
    }

    private sealed class Shelf<T>
    {
        private readonly List<int> touched = [];
        private List<T[]>?[] byLength = [];
        private int[] lent = [];

        public T[] Next(int length)
        {
            if (byLength.Length <= length)
            {
                Array.Resize(ref byLength, Math.Max(length + 1, 2 * byLength.Length));
                Array.Resize(ref lent, byLength.Length);
            }
            List<T[]> shelf = byLength[length] ??= [];
            if (lent[length] == 0)
                touched.Add(length);
            if (lent[length] == shelf.Count)
                shelf.Add(new T[length]);
            T[] next = shelf[lent[length]++];
            Array.Clear(next);
            return next;
        }

        public void TakeBack()
        {
            foreach (int length in touched)
                lent[length] = 0;
            touched.Clear();
        }
    }
}
