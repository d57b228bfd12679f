namespace Fulcrum.Bargaining;

/// <summary>Room for fair shares, kept from one division to the next. Tables stand at player x parties + party.</summary>
internal sealed class FairShareTables
{
    private double[] _shares = [];
    private double[] _errors = [];
    private double[] _sample = [];
    private int[] _order = [];

    public double[] Shares => _shares;

    /// <summary>Standard errors; 0 when exact.</summary>
    public double[] Errors => _errors;

    public double[] Sample => _sample;

    public int[] Order => _order;

    public void Begin(int players, int parties)
    {
        if (_order.Length < players || _shares.Length < players * parties)
        {
            (_order, _shares) = (new int[players], new double[players * parties]);
            (_errors, _sample) = (new double[players * parties], new double[players * parties]);
        }
        Array.Clear(_shares);
        Array.Clear(_errors);
    }
}
