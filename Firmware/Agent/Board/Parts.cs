namespace Sealcam;

/// <summary>
/// What a board hands to the agent. All but <see cref="Stills"/> and <see cref="Info"/> are required; a board without one of them
/// says so in its own class.
/// </summary>
public sealed class Parts
{
    public ICamera Camera;
    public ILink Link;
    public IStore Store;

    /// <summary>Where kept stills outlive this boot; null on a board that keeps them in RAM only.</summary>
    public IStillFiles Stills;

    public IClock Clock;
    public IEntropy Entropy;
    public IMac Mac;

    /// <summary>
    /// For the household seal, which is not built yet: until then only the console's selftest asks it anything.
    /// </summary>
    public ICipher Cipher;

    public ILog Log;

    /// <summary>What health reports say of the board; null on a board that cannot tell.</summary>
    public IBoardInfo Info;

    internal Parts WithEntropy(IEntropy entropy) => new Parts
    {
        Camera = Camera, Link = Link, Store = Store, Stills = Stills, Clock = Clock, Entropy = entropy, Mac = Mac,
        Cipher = Cipher, Log = Log, Info = Info,
    };
}
