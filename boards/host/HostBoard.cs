using System;
using System.IO;
using System.Security.Cryptography;

namespace Sealcam.Host;

/// <summary>
/// A board on desktop .NET: the parts of one simulated camera. The flash folder stays locked until it is disposed.
/// </summary>
/// <remarks>It takes simulated identities only, so that nobody runs a real camera's from a desktop by accident.</remarks>
public sealed class HostBoard : IDisposable
{
    private const string StillsFolderName = "stills";
    private readonly DirectoryStore _store;
    private readonly DirectoryStills _stills;

    /// <exception cref="HostException">The flash folder is in use, or holds no simulated camera.</exception>
    /// <exception cref="CameraException">The folder of stills has none.</exception>
    public HostBoard(HostBoardOptions options)
    {
        Name = options.Name;
        ServerHost = options.ServerHost;
        ServerPort = options.ServerPort;
        Clock = new HostClock();
        _store = new DirectoryStore(options.FlashFolder);
        try
        {
            _stills = new DirectoryStills(Path.Combine(options.FlashFolder, StillsFolderName));
            DeviceId = SimulatedId(options.FlashFolder);
            LinkOptions = new SslLinkOptions
            {
                Authority = options.Authority,
                Authorities = new AuthorityFile(_store).Read,
                Identity = () => DeviceCertificate.Load(_store),
                Now = () => Clock.UtcNow,
                TimeoutMs = options.LinkTimeoutMs,
            };
            Link = new SslLink(LinkOptions);
            Parts = new Parts
            {
                Camera = Camera(options),
                Link = Link,
                Store = _store,
                Stills = _stills,
                Clock = Clock,
                Entropy = new HostEntropy(),
                Mac = options.Mac ?? new HostMac(),
                Cipher = new HostCipher(),
                Info = Info,
                Log = new HostLog(options.LogLine ?? (static _ => { }), options.Name, options.LogFrom),
            };
        }
        catch
        {
            _store.Dispose();
            throw;
        }
    }

    public string Name { get; }

    public string ServerHost { get; }

    public int ServerPort { get; }

    public byte[] DeviceId { get; }

    public HostClock Clock { get; }

    public SslLink Link { get; }

    public HostInfo Info { get; } = new();

    /// <summary>What the link was made with, for another one like it.</summary>
    public SslLinkOptions LinkOptions { get; }

    public Parts Parts { get; }

    /// <summary>
    /// Sleeps so long (ms), or until the server says something: what a chip does that wakes on its radio. From the thread that
    /// steps the agent.
    /// </summary>
    public void Sleep(int ms) => Link.Sleep(ms);

    public void Dispose()
    {
        Link.Dispose();
        (Parts.Camera as IDisposable)?.Dispose();
        _stills.Dispose();
        _store.Dispose();
    }

    private ICamera Camera(HostBoardOptions options)
    {
        return options.StillsFolder == null
            ? new SceneCamera(options.Name, options.Size, Clock, options.Habits)
            : new FolderCamera(options.StillsFolder, Clock, options.Habits);
    }

    private byte[] SimulatedId(string folder)
    {
        OrderRecord record = Identities.Newest(_store);
        if (record is not { Simulated: true })
        {
            throw new HostException(record == null ? $"there is no camera in {folder}: provision one first"
                : $"the identity in {folder} is a real camera's: this board runs simulated ones only");
        }

        try
        {
            return DeviceKey.From(record).X;
        }
        catch (CryptographicException e)
        {
            throw new HostException($"the camera in {folder} is damaged: {e.Message}", e);
        }
    }
}
