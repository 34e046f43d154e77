using System;

namespace Sealcam.Tests;

/// <summary>A console on a port of memory, over an agent without identity, with a clock that the test moves.</summary>
public sealed class ConsoleRig : IConsolePort, IClock, IEntropy, ICamera, ILink, ILog
{
    private readonly byte[] _in = new byte[1024];
    private readonly byte[] _out = new byte[2560];
    private int _inStart, _inEnd, _outCount;

    public ConsoleRig(bool locked = true, bool silent = true)
    {
        Store = new ConsoleStore();
        Mac = new ManagedMac();
        Label = Passphrase.Make(new byte[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 });
        KeepPassphrase();
        Parts = new Parts
        {
            Camera = this, Link = this, Store = Store, Clock = this, Entropy = this, Mac = Mac, Cipher = new ManagedCipher(),
        };
        var log = new ConsoleLog(this, this);
        Parts.Log = log;
        Config = new ConfigFile(Store);
        Config.Load();
        Agent = new Agent(Parts, new Settings { Host = "", OutboxBytes = 1024, RequestPath = null, HealthPath = null });
        Wifi = new ScriptedWifi(this);
        Own = new ConsoleParts { Port = this, Wifi = Wifi };
        Console = new SerialConsole(Agent, Parts, Own, Config, log);
        Say("");
        if (silent)
        {
            Say("echo off\r");
        }

        if (!locked)
        {
            Say("unlock\r" + Label + "\r");
        }

        Heard = "";
    }

    public ConsoleStore Store;
    public IMac Mac;
    public string Label;
    public Parts Parts;
    public ConfigFile Config;
    public Agent Agent;
    public ScriptedWifi Wifi;
    public ConsoleParts Own;
    public SerialConsole Console;
    public string Heard = "";

    /// <summary>Bytes that the port takes in one write; a slow terminal.</summary>
    public int PortTakes = 1000000;

    public long UptimeMs { get; set; } = 1000;

    public bool IsGood => true;

    public bool IsUp => false;

    /// <summary>Types text, lets the console work until nothing is left to do, and returns what it said.</summary>
    public string Say(string text)
    {
        Type(Ascii.Bytes(text));
        return Settle();
    }

    public void Type(byte[] bytes)
    {
        Array.Copy(_in, _inStart, _in, 0, _inEnd - _inStart);
        _inEnd -= _inStart;
        _inStart = 0;
        Array.Copy(bytes, 0, _in, _inEnd, bytes.Length);
        _inEnd += bytes.Length;
    }

    public string Settle(int turns = 3000)
    {
        _outCount = 0;
        for (int i = 0, idle = 0; i < turns && idle < 6; i++)
        {
            int before = _outCount;
            int wait = Console.Step();
            UptimeMs += wait > 0 ? wait : 1;
            idle = _inStart == _inEnd && before == _outCount && wait >= ConsoleLimits.IdleMs && !Wifi.IsWorking ? idle + 1 : 0;
        }

        return Heard = Text();
    }

    public string Text()
    {
        // In pieces: all characters in one array are twice the text, and in one piece, on a heap of 64 KB.
        string text = "";
        for (int start = 0; start < _outCount; start += 512)
        {
            var chars = new char[_outCount - start < 512 ? _outCount - start : 512];
            for (int i = 0; i < chars.Length; i++)
            {
                byte value = _out[start + i];
                chars[i] = value == 0 ? '.' : (char)value;  // a nanoFramework string ends at its first zero
            }

            text += new string(chars);
        }

        return text;
    }

    public byte[] Output()
    {
        var bytes = new byte[_outCount];
        Array.Copy(_out, 0, bytes, 0, _outCount);
        return bytes;
    }

    public int Read(byte[] buffer, int offset, int count)
    {
        int taken = _inEnd - _inStart < count ? _inEnd - _inStart : count;
        Array.Copy(_in, _inStart, buffer, offset, taken);
        _inStart += taken;
        return taken;
    }

    // ILink.Write has the same shape; nothing is shipped here.
    public int Write(byte[] buffer, int offset, int count)
    {
        int room = _out.Length - _outCount;
        int taken = count < PortTakes ? count : PortTakes;
        taken = taken < room ? taken : room;
        Array.Copy(buffer, offset, _out, _outCount, taken);
        _outCount += taken;
        return taken;
    }

    public void Set(long unixSeconds)
    {
    }

    public void Fill(byte[] buffer, int offset, int count)
    {
        for (int i = 0; i < count; i++)
        {
            buffer[offset + i] = (byte)(17 * i + UptimeMs);
        }
    }

    public void Trigger()
    {
    }

    public IStill Poll() => null;

    public void Resolve(string host)
    {
    }

    public void Connect(int port)
    {
    }

    void ILink.Write(byte[] buffer, int offset, int count)
    {
    }

    public void Close()
    {
    }

    public void Write(int level, string stage, string text)
    {
    }

    private void KeepPassphrase()
    {
        var record = new PassphraseRecord { Rounds = 3 };
        var derived = new Pbkdf2(Mac);
        derived.Start(Passphrase.Parse(Label), record.Salt, record.Rounds);
        while (derived.Step(1))
        {
        }

        Array.Copy(derived.Result, 0, record.Hash, 0, Pbkdf2.Bytes);
        Store.Write(PassphraseRecord.FileName, record.Encode(), PassphraseRecord.Bytes);
    }
}
