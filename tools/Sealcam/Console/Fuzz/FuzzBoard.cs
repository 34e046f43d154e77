using System.Text;
using Sealcam.Host;

namespace Sealcam.Tool.Terminals.Fuzz;

/// <summary>A console in memory, stepped without waiting, whose secrets are canaries that must never come out.</summary>
internal sealed class FuzzBoard : IConsolePort, IClock, IStore, ICamera, ILink, ILog
{
    private readonly Dictionary<string, byte[]> _files = [];
    private readonly byte[][] _canaries;
    private readonly byte[] _tail = new byte[64];
    private readonly SerialConsole _console;
    private byte[] _input = [];
    private int _at, _tailCount;

    public FuzzBoard()
    {
        Passphrase = HostPassphrase.Make();
        _canaries = [.. new[] { Passphrase, WifiPassword, NewPassphrase, StoreSecret }.Select(Encoding.UTF8.GetBytes)];
        _files[PassphraseRecord.FileName] = HostPassphrase.Record(Passphrase, rounds: 1);
        var parts = new Parts { Camera = this, Link = this, Store = this, Clock = this };
        parts.Entropy = new HostEntropy();
        parts.Mac = new HostMac();
        parts.Cipher = new HostCipher();
        var log = new ConsoleLog(this, this);
        parts.Log = log;
        var config = new ConfigFile(this);
        config.Load();
        Config copy = config.Current.Copy();
        copy.Set(SettingTable.WifiSsid, "canary-net");
        copy.Set(SettingTable.WifiPassword, WifiPassword);
        copy.Set(SettingTable.Host, "localhost");
        copy.Set(SettingTable.Uplink, "put https://localhost/{device}/{order}.jpg?sig=" + StoreSecret);
        copy.Set(SettingTable.Header1, "X-Key: " + StoreSecret);
        config.Save(copy);
        Wifi = new HostWifi(this, scanMs: 5, joinMs: 5);
        var agent = new Agent(parts, config.Current.ToSettings());
        _console = new SerialConsole(agent, parts, new ConsoleParts { Port = this, Wifi = Wifi }, config, log);
    }

    /// <summary>On its label, and typed often.</summary>
    public string Passphrase { get; }

    public string NewPassphrase { get; } = HostPassphrase.Make();

    public string WifiPassword => "canary-ladder-and-gloves";

    /// <summary>In a plain store's query and headers.</summary>
    public string StoreSecret => "canary-store-key";

    public HostWifi Wifi { get; }

    /// <summary>What came out that must not, or null.</summary>
    public string? Leak { get; private set; }

    /// <summary>Bytes that came out.</summary>
    public long Said { get; private set; }

    /// <summary>Results ("ok" or "error") that came out.</summary>
    public long Results { get; private set; }

    public bool HasEscape { get; private set; }

    public int LostOutput => _console.LostOutput;

    public bool WantsRestart => _console.RestartWanted;

    public long UptimeMs { get; private set; } = 1;

    public bool IsUp => false;

    /// <summary>Types bytes and lets the console work until nothing is left to do. False if it never comes to rest.</summary>
    public bool Feed(byte[] bytes, int most)
    {
        _input = [];
        _at = 0;
        UptimeMs += 2000;  // longer than half a frame is waited for
        _console.Step();
        _input = bytes;
        for (int i = 0, idle = 0; i < most; i++)
        {
            long said = Said;
            Wifi.Tend();
            int wait = _console.Step();

            // A sensor that never answers is given 30 s by each command of a line: time flies while nothing else goes on.
            UptimeMs += _at == _input.Length && said == Said ? ConsoleLimits.IdleMs : Math.Max(1, wait);
            idle = _at == _input.Length && said == Said && wait >= ConsoleLimits.IdleMs ? idle + 1 : 0;
            if (idle == 3)
            {
                return true;
            }
        }

        return false;
    }

    int IConsolePort.Read(byte[] buffer, int offset, int count)
    {
        int taken = Math.Min(count, _input.Length - _at);
        _input.AsSpan(_at, taken).CopyTo(buffer.AsSpan(offset));
        _at += taken;
        return taken;
    }

    int IConsolePort.Write(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Hear(buffer[offset + i]);
        }

        return count;
    }

    private void Hear(byte value)
    {
        Said++;
        HasEscape |= value == 0x1B;
        if (_tailCount == _tail.Length)
        {
            _tail.AsSpan(32).CopyTo(_tail);
            _tailCount = 32;
        }

        _tail[_tailCount++] = value;
        ReadOnlySpan<byte> tail = _tail.AsSpan(0, _tailCount);
        Results += value == '\n' && tail.EndsWith("ok\r\n"u8) ? 1 : 0;
        foreach (byte[] canary in _canaries)
        {
            if (tail.EndsWith(canary))
            {
                Leak = Encoding.UTF8.GetString(canary);
            }
        }
    }

    int IStore.Read(string name, byte[] buffer)
    {
        if (!_files.TryGetValue(name, out byte[]? file))
        {
            return -1;
        }

        file.AsSpan(0, Math.Min(file.Length, buffer.Length)).CopyTo(buffer);
        return file.Length;
    }

    void IStore.Write(string name, byte[] buffer, int count) => _files[name] = buffer.AsSpan(0, count).ToArray();

    void IStore.Delete(string name) => _files.Remove(name);

    void IClock.Set(long unixSeconds)
    {
    }

    void ICamera.Trigger()
    {
    }

    IStill ICamera.Poll() => null!;

    void ILink.Resolve(string host)
    {
    }

    void ILink.Connect(int port)
    {
    }

    void ILink.Write(byte[] buffer, int offset, int count)
    {
    }

    int ILink.Read(byte[] buffer, int offset, int count) => 0;

    void ILink.Close()
    {
    }

    void ILog.Write(int level, string stage, string text)
    {
    }
}
