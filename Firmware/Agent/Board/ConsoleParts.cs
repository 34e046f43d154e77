namespace Sealcam;

/// <summary>What a board hands to its console. Only the port is required: a command whose part is not there says so.</summary>
public sealed class ConsoleParts
{
    public IConsolePort Port;
    public IBoardControl Board;
    public IWifi Wifi;
    public INetTest Net;
    public ICameraControl Camera;
}
