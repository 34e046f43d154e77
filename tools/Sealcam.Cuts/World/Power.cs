namespace Sealcam.Cuts.World;

/// <summary>Where in a call the power goes.</summary>
internal enum CutPlace
{
    None,
    Before,
    In,
    After,
}

/// <summary>
/// The power went. Everything of the board throws it from then on, so that nothing that the agent still does has an effect.
/// </summary>
internal sealed class PowerCutException() : Exception("power cut");

/// <summary>
/// Counts the calls that change something outside the agent: to flash, and to the network. A cut is planned at such a call; a cut
/// at a call that only reads leaves what a cut before the next of these leaves.
/// </summary>
internal sealed class Power(Random dice)
{
    private readonly Queue<(int Calls, CutPlace Place)> _cuts = new();
    private int _untilCut = -1;
    private CutPlace _place;

    public bool IsOn { get; private set; } = true;

    /// <summary>Calls since the first boot.</summary>
    public int Calls { get; private set; }

    public int Cuts { get; private set; }

    /// <summary>Whoever has to fall into a state when the power goes.</summary>
    public event Action? Gone;

    /// <summary>Decides what a cut leaves.</summary>
    public Random Dice => dice;

    /// <summary>The next cut comes at this call, counted from 1 after the cut before, or from the start.</summary>
    public void Plan(int call, CutPlace place)
    {
        _cuts.Enqueue((call, place));
        if (_untilCut < 0 && _cuts.Count == 1 && Cuts == 0)
        {
            Next();
        }
    }

    /// <summary>No cut any more.</summary>
    public void Calm()
    {
        _cuts.Clear();
        _untilCut = -1;
    }

    public void On() => IsOn = true;

    /// <summary>The plug is pulled between two calls.</summary>
    public void Pull()
    {
        if (IsOn)
        {
            IsOn = false;
            Gone?.Invoke();
        }
    }

    /// <summary>One call. <paramref name="torn"/> is what a cut within it may leave.</summary>
    public void Call(Action whole, Action torn)
    {
        Check();
        Calls++;
        CutPlace place = _untilCut >= 0 && --_untilCut == 0 ? _place : CutPlace.None;
        if (place is CutPlace.None or CutPlace.After)
        {
            whole();
        }
        else if (place == CutPlace.In)
        {
            torn();
        }

        if (place != CutPlace.None)
        {
            Cuts++;
            Next();
            Pull();
            throw new PowerCutException();
        }
    }

    public void Check()
    {
        if (!IsOn)
        {
            throw new PowerCutException();
        }
    }

    private void Next() => (_untilCut, _place) = _cuts.TryDequeue(out (int Calls, CutPlace Place) cut) ? cut : (-1, CutPlace.None);
}
