using System.Text.RegularExpressions;

namespace Sealcam.Cuts.World;

/// <summary>
/// Flash as littlefs on an ESP32 keeps it, in memory: what was written and not closed is gone or torn at any byte after a cut,
/// closed files are whole, deletes are atomic. A small file being replaced is the old one, the new one or torn. Counts its wear.
/// </summary>
internal sealed partial class CuttableFlash : IStore, IStillFiles
{
    private const int BlockBytes = 4096;
    private readonly Power _power;
    private readonly Dictionary<string, byte[]> _small = [];
    private readonly Dictionary<string, byte[]> _stills = [];
    private string? _openName;
    private MemoryStream? _open;

    public CuttableFlash(Power power)
    {
        _power = power;
        power.Gone += Settle;
    }

    public IReadOnlyDictionary<string, byte[]> Small => _small;

    public IReadOnlyDictionary<string, byte[]> Stills => _stills;

    /// <summary>Calls that commit metadata (create, close, delete, replace) and blocks of data: what wears flash.</summary>
    public int Commits { get; private set; }

    public int DataBlocks { get; private set; }

    /// <summary>Name and bytes of a still file whose Close has returned.</summary>
    public event Action<string, byte[]>? Kept;

    /// <summary>The same, even if the power goes before Close returns.</summary>
    public event Action<string, byte[]>? Closed;

    /// <summary>Power off or not: what somebody with the flash in hands does.</summary>
    public void Put(string name, byte[] bytes, bool small = false) => (small ? _small : _stills)[name] = bytes;

    /// <summary>The opposite of <see cref="Put"/>.</summary>
    public void Erase(string name) => _stills.Remove(name);

    int IStore.Read(string name, byte[] buffer)
    {
        Check(name);
        if (!_small.TryGetValue(name, out byte[]? file))
        {
            return -1;
        }

        Array.Copy(file, buffer, Math.Min(file.Length, buffer.Length));
        return file.Length;
    }

    void IStore.Write(string name, byte[] buffer, int count)
    {
        Check(name);
        byte[] bytes = buffer[..count];
        Commits += 2;
        DataBlocks += Blocks(count);
        _power.Call(() => _small[name] = bytes, () =>
        {
            switch (_power.Dice.Next(4))
            {
                case 0:
                    break;  // the old one
                case 1:
                    _small[name] = bytes;
                    break;
                default:
                    _small[name] = bytes[.._power.Dice.Next(count)];
                    break;
            }
        });
    }

    void IStore.Delete(string name)
    {
        Check(name);
        Commits++;
        _power.Call(() => _small.Remove(name), () => Half(() => _small.Remove(name)));
    }

    public string[] List()
    {
        _power.Check();
        string[] names = [.. _stills.Keys];
        _power.Dice.Shuffle(names);
        return names;
    }

    public int Length(string name)
    {
        Check(name);
        return _stills.TryGetValue(name, out byte[]? file) ? file.Length : -1;
    }

    public void Create(string name)
    {
        Check(name);
        Commits++;
        _power.Call(() => Open(name), () => Half(() => Open(name)));
    }

    public void Append(byte[] buffer, int offset, int count)
    {
        MemoryStream open = _open ?? throw new InvalidOperationException("no file is open");
        DataBlocks += Blocks(count);
        _power.Call(() => open.Write(buffer, offset, count), () => open.Write(buffer, offset, _power.Dice.Next(count + 1)));
    }

    public void Close()
    {
        string name = _openName ?? throw new InvalidOperationException("no file is open");
        byte[] bytes = _open!.ToArray();
        Commits++;
        _power.Call(() => Keep(name, bytes), () => Half(() => Keep(name, bytes)));
        Kept?.Invoke(name, bytes);
    }

    public void Read(string name, int position, byte[] buffer, int offset, int count)
    {
        Check(name);
        Array.Copy(_stills[name], position, buffer, offset, count);
    }

    public void Delete(string name)
    {
        Check(name);
        Commits++;
        _power.Call(() => Remove(name), () => Half(() => Remove(name)));
    }

    private static int Blocks(int bytes) => (bytes + BlockBytes - 1) / BlockBytes;

    private void Open(string name)
    {
        (_openName, _open) = (name, new MemoryStream());
        _stills.Remove(name);
    }

    private void Keep(string name, byte[] bytes)
    {
        _stills[name] = bytes;
        (_openName, _open) = (null, null);
        Closed?.Invoke(name, bytes);
    }

    private void Remove(string name)
    {
        _stills.Remove(name);
        if (_openName == name)
        {
            (_openName, _open) = (null, null);
        }
    }

    /// <summary>The power has gone: what becomes of the open file.</summary>
    private void Settle()
    {
        if (_openName is { } name)
        {
            byte[] written = _open!.ToArray();
            if (_power.Dice.Next(3) > 0)
            {
                _stills[name] = written[.._power.Dice.Next(written.Length + 1)];
            }
        }

        (_openName, _open) = (null, null);
    }

    private void Half(Action act)
    {
        if (_power.Dice.Next(2) == 0)
        {
            act();
        }
    }

    private void Check(string name)
    {
        _power.Check();
        if (!Allowed().IsMatch(name))
        {
            throw new ArgumentException($"'{name}' is no name for a file of flash");
        }
    }

    [GeneratedRegex("^[a-z0-9.-]{1,31}$")]
    private static partial Regex Allowed();
}
