namespace Sealcam.Sensors;

/// <content>What a technician asks of the part.</content>
public sealed partial class Vc0706
{
    private string _version;

    public override string Fault(SensorSettings wanted) => wanted.Fault() ?? Vc0706Setup.Fault(wanted, _wantedBaud);

    /// <summary>
    /// What the part said when it was set up: its answer takes tens of ms, and nothing here waits. One that has not answered
    /// since the start or the last fault is not asked here but by the next still.
    /// </summary>
    protected override string Identity() => IsReady ? "VC0706, version " + _version
        : throw Fail("probe", "it has not answered yet since the start or its last fault: 'camera test' tries it");
}
