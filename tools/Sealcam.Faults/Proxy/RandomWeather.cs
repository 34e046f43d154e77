namespace Sealcam.Faults;

/// <summary>
/// Each connection, and each request on it, meets a fault of some kind with a given probability. The seed repeats the draws;
/// which request gets which draw depends on the timing of the moment.
/// </summary>
public sealed class RandomWeather : IWeather
{
    private static readonly ProxyFaultKind[] AtConnect = [ProxyFaultKind.Refuse, ProxyFaultKind.Silent];

    private static readonly ProxyFaultKind[] OnTheWay =
    [
        ProxyFaultKind.Reset, ProxyFaultKind.Cut, ProxyFaultKind.HalfOpen, ProxyFaultKind.Stall, ProxyFaultKind.Duplicate,
        ProxyFaultKind.Flip, ProxyFaultKind.Delay, ProxyFaultKind.Throttle, ProxyFaultKind.Chop, ProxyFaultKind.CloseIdle,
    ];

    /// <summary>
    /// Bytes: a request head, a small still and a large one; what does not fit into this request hits a later one.
    /// </summary>
    private static readonly int[] Reaches = [1, 64, 512, 4096, 32768];

    private readonly double _rate;
    private readonly Random _dice;

    /// <param name="rate">0 to 1.</param>
    /// <param name="seed">Any number.</param>
    public RandomWeather(double rate, int seed)
    {
        _rate = rate;
        _dice = new Random(seed);
    }

    public IReadOnlyList<ProxyFault> Connection(int number)
    {
        lock (_dice)
        {
            return _dice.NextDouble() < _rate ? [new ProxyFault(AtConnect[_dice.Next(AtConnect.Length)], Way.ToServer, 0)] : [];
        }
    }

    public ProxyFault? Transfer()
    {
        lock (_dice)
        {
            if (_dice.NextDouble() >= _rate)
            {
                return null;
            }

            ProxyFaultKind kind = OnTheWay[_dice.Next(OnTheWay.Length)];
            Way way = (Way)_dice.Next(2);
            int offset = way == Way.ToServer ? _dice.Next(Reaches[_dice.Next(Reaches.Length)]) : _dice.Next(400);
            return new ProxyFault(kind, way, offset, Amount(kind));
        }
    }

    private int Amount(ProxyFaultKind kind) => kind switch
    {
        ProxyFaultKind.Stall => _dice.Next(100, 5000),
        ProxyFaultKind.Delay => _dice.Next(5, 200),
        ProxyFaultKind.Throttle => _dice.Next(4_000, 200_000),
        ProxyFaultKind.Chop => _dice.Next(1, 2000),
        _ => 0,
    };
}
