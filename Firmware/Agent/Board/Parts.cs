namespace Sealcam;

/// <summary>What a board hands to the agent. All are required; a board without one of them says so in its own class.</summary>
public sealed class Parts
{
    public ICamera Camera;
    public ILink Link;
    public IStore Store;
    public IClock Clock;
    public IEntropy Entropy;
    public IMac Mac;
    public ILog Log;
}
