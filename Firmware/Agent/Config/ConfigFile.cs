using System;

namespace Sealcam;

/// <summary>
/// The settings on the store: the file settings.txt, which a person may write and deploy, and settings.bak, the one that was good
/// before. What the device itself writes begins with a mark and ends with a CRC, so that a file torn by a power cut is known as
/// such.
/// </summary>
public sealed class ConfigFile
{
    public const string Name = "settings.txt", BackupName = "settings.bak";

    /// <summary>First line of a file that the device wrote; the last one is then "# crc " and eight hex digits.</summary>
    private const string Mark = "# sealcam settings, written by the device\n";

    private const string CrcMark = "# crc ";
    private const string Hex = "0123456789abcdef";

    private readonly IStore _store;
    private bool _isKept;  // settings.bak holds Current, and settings.txt may be torn: the one good copy is not written over

    public ConfigFile(IStore store)
    {
        _store = store;
        Current = new Config();
    }

    /// <summary>The settings in force or, after a change, those of the next start.</summary>
    public Config Current { get; private set; }

    /// <summary>
    /// What is wrong with what the store holds, a sentence without values; null if nothing is. Then Current may be used.
    /// </summary>
    public string Fault { get; private set; }

    /// <summary>The file was bad and the one before it is used.</summary>
    public bool IsBackup { get; private set; }

    /// <summary>What is wrong with the file in whose place the one before it is used; null if that is not so.</summary>
    public string BadFile { get; private set; }

    /// <summary>Something was changed that counts from the next start on.</summary>
    public bool NeedsRestart { get; private set; }

    /// <summary>Reads the store. Never throws.</summary>
    public void Load()
    {
        Fault = Read(Name);
        if (Fault == null)
        {
            return;
        }

        string first = Fault;
        IsBackup = Read(BackupName) == null;
        _isKept = IsBackup;
        Fault = IsBackup ? null : first;
        BadFile = IsBackup ? first : null;
    }

    /// <summary>
    /// Puts new settings in the place of the old ones, after checking them as a whole. Returns what is wrong, or null: then
    /// they are durable. A power cut leaves the old ones or the new.
    /// </summary>
    public string Save(Config config)
    {
        string fault = config.CheckWhole();
        if (fault != null)
        {
            return fault;
        }

        try
        {
            if (!_isKept && Current.CheckWhole() == null)
            {
                Write(BackupName, Current);
                _isKept = true;
            }

            Write(Name, config);
            _isKept = false;
        }
        catch (Exception e)
        {
            return "the settings cannot be written: " + e.Message;
        }

        for (int i = 0; i < SettingTable.Count; i++)
        {
            NeedsRestart |= SettingTable.Row(i).NeedsRestart && config[i] != Current[i];
        }

        Current = config;
        Fault = null;
        IsBackup = false;
        BadFile = null;
        return null;
    }

    /// <summary>Back to the defaults: both files go. Returns what is wrong, or null.</summary>
    public string Erase()
    {
        _isKept = false;
        try
        {
            _store.Delete(BackupName);  // first: after a power cut between the two it would be in force
            _store.Delete(Name);
        }
        catch (Exception e)
        {
            return "the settings cannot be deleted: " + e.Message;
        }

        Current = new Config();
        Fault = Name + " is missing";
        NeedsRestart = true;
        return null;
    }

    private string Read(string name)
    {
        byte[] bytes;
        try
        {
            int length = _store.Read(name, new byte[0]);
            if (length < 0 || length > ConfigText.FileBytes)
            {
                return length < 0 ? name + " is missing" : name + " is longer than " + ConfigText.FileBytes + " bytes";
            }

            bytes = new byte[length];
            _store.Read(name, bytes);
        }
        catch (Exception e)
        {
            return name + " cannot be read: " + e.Message;
        }

        var text = new ConfigText(new Config());
        if (!IsWhole(bytes))
        {
            Array.Clear(bytes, 0, bytes.Length);
            return name + " is torn";
        }

        text.TakeFile(bytes, bytes.Length);
        text.Finish();
        Array.Clear(bytes, 0, bytes.Length);
        if (text.Fault != null)
        {
            return name + ": " + text.Fault;
        }

        Current = text.Config;
        return null;
    }

    private void Write(string name, Config config)
    {
        string text = Mark;
        for (int i = 0; i < SettingTable.Count; i++)
        {
            text += ConfigText.Line(config, i, masked: false) + "\n";
        }

        int body = Utf8.Count(text);
        var bytes = new byte[body + CrcMark.Length + 9];
        Utf8.Copy(text, bytes, 0);
        PutCrc(bytes, body);
        _store.Write(name, bytes, bytes.Length);
        Array.Clear(bytes, 0, bytes.Length);
    }

    private static void PutCrc(byte[] bytes, int body)
    {
        uint crc = Crc32.Compute(bytes, 0, body);
        Ascii.Copy(CrcMark, bytes, body);
        for (int i = 0; i < 8; i++)
        {
            bytes[body + CrcMark.Length + i] = (byte)Hex[(int)(crc >> (28 - 4 * i)) & 15];
        }

        bytes[bytes.Length - 1] = (byte)'\n';
    }

    /// <summary>
    /// A person's file is taken as it is; the device's own must end with the CRC of what stands before it. Torn within its mark it looks like
    /// a remark alone, which would be all defaults.
    /// </summary>
    private static bool IsWhole(byte[] bytes)
    {
        if (!Begins(bytes, Mark))
        {
            return true;
        }

        int body = bytes.Length - CrcMark.Length - 9;
        if (body < Mark.Length)
        {
            return false;
        }

        var end = new byte[bytes.Length];
        Array.Copy(bytes, 0, end, 0, body);
        PutCrc(end, body);
        bool same = BigEndian.Same(bytes, body, end, body, bytes.Length - body);
        Array.Clear(end, 0, end.Length);
        return same;
    }

    /// <summary>Begins with the text or, if it is shorter, with as much of it.</summary>
    private static bool Begins(byte[] bytes, string text)
    {
        bool same = true;
        for (int i = 0; same && i < text.Length && i < bytes.Length; i++)
        {
            same = bytes[i] == text[i];
        }

        return same;
    }
}
