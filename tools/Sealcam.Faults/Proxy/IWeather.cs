namespace Sealcam.Faults;

/// <summary>What the connections of a <see cref="FaultyProxy"/> meet. Asked from many threads at once.</summary>
public interface IWeather
{
    /// <summary>A connection was taken: the faults that it will meet. Connections are counted from 1.</summary>
    IReadOnlyList<ProxyFault> Connection(int number);

    /// <summary>
    /// The device begins a new request, or the first bytes of its handshake. A fault to meet from here on, or null; its offset
    /// counts from this moment.
    /// </summary>
    ProxyFault? Transfer();
}

/// <summary>Faults by script: connection k meets what is said, all others nothing.</summary>
public sealed class ScriptedWeather(params (int Connection, ProxyFault Fault)[] script) : IWeather
{
    public IReadOnlyList<ProxyFault> Connection(int number) =>
        [.. script.Where(one => one.Connection == number).Select(one => one.Fault)];

    public ProxyFault? Transfer() => null;
}
