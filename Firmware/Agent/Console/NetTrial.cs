using System;

namespace Sealcam;

/// <summary>
/// The way to the server, step by step, each with its reason in plain words. For <c>net test</c> and <c>selftest</c>.
/// </summary>
public sealed class NetTrial
{
    /// <summary>The steps, in order.</summary>
    public const int Clock = 0, Dns = 1, Tcp = 2, Tls = 3, Http = 4, Steps = 5;

    private static readonly string[] Names = { "clock", "dns", "tcp", "tls", "http" };

    private static readonly string[] Reasons =
    {
        "failed", "name-unknown", "refused", "timeout", "unknown-ca", "name-mismatch", "expired", "lost", "clock-not-set",
            "certificate-refused",
    };

    private readonly byte[] _line = new byte[64];
    private int _have;
    private bool _isStore;

    /// <summary>What the last step found, a sentence.</summary>
    public string Text { get; private set; }

    /// <summary>Why the last step failed, one word; null if it did not.</summary>
    public string Reason { get; private set; }

    public static string NameOf(int step) => Names[step];

    /// <summary>
    /// One step; may freeze the board. Returns <see cref="ConsoleCommand.Done"/> (see <see cref="Reason"/>) or <see
    /// cref="ConsoleCommand.Wait"/>.
    /// </summary>
    public int Run(ConsoleSession s, int step)
    {
        Reason = null;
        try
        {
            return Try(s, step);
        }
        catch (LinkException e)
        {
            Say(Reasons[e.Fault >= 0 && e.Fault < Reasons.Length ? e.Fault : 0], e.Message);
        }
        catch (Exception e)
        {
            Say(Reasons[0], e.Message);
        }

        return ConsoleCommand.Done;
    }

    private int Try(ConsoleSession s, int step)
    {
        var net = s.Console.Net;
        var config = s.Config.Current;
        string host = StoreSettings.Server(config, out int port);
        _isStore = StoreSettings.ServerOf(config[SettingTable.Uplink]).Length > 0;
        switch (step)
        {
            case Clock:
                bool set = s.Agent.Clock.Quality != WallClock.None;
                Say(set ? null : "clock-not-set", set ? Timestamp.Text(s.Agent.Clock.UnixSeconds)
                    : "the clock is not set, so no certificate can be checked: 'time set', or wait for the network's time");
                return ConsoleCommand.Done;
            case Dns:
                Say(null, host + " is " + net.Resolve(host));
                return ConsoleCommand.Done;
            case Tcp:
                net.Dial(port);
                Say(null, "port " + port + " answers");
                return ConsoleCommand.Done;
            case Tls:
                string agreed = net.Handshake(port);
                Say(null, "the server's certificate is good" + (agreed.Length > 0 ? ", " + agreed : ""));
                Request(net.Link, host, _isStore ? "/" : config[SettingTable.Path]);
                return ConsoleCommand.Done;
            default:
                return Answer(s, net.Link);
        }
    }

    /// <summary>
    /// A GET where stills are posted: every server answers it with something, and nothing comes of it. A plain store has no such
    /// place, and what it answers to a GET is its own affair.
    /// </summary>
    private void Request(ILink link, string host, string path)
    {
        var request = Ascii.Bytes("GET " + path + " HTTP/1.1\r\nHost: " + host
            + "\r\nConnection: close\r\n\r\n");
        _have = 0;
        link.Write(request, 0, request.Length);
    }

    private int Answer(ConsoleSession s, ILink link)
    {
        int got = _have < _line.Length ? link.Read(_line, _have, _line.Length - _have) : 0;
        _have += got > 0 ? got : 0;
        int end = 0;
        while (end < _have && _line[end] != '\r' && _line[end] != '\n')
        {
            end++;
        }

        if (end < _have || got < 0 || _have == _line.Length)
        {
            Judge(Ascii.Text(_line, 0, end));
            return ConsoleCommand.Done;
        }

        if (s.NowMs - s.StartedMs < Limits.ReplyTimeoutMs)
        {
            return ConsoleCommand.Wait;
        }

        Say("timeout", "no answer within " + Limits.ReplyTimeoutMs / 1000 + " s");
        return ConsoleCommand.Done;
    }

    /// <summary>What the status line says of the server. Other answers to a GET than these (405, 400) are good enough.</summary>
    private void Judge(string line)
    {
        bool http = line.Length >= 12 && line.Substring(0, 7) == "HTTP/1." && Digits.TryParse(line.Substring(9, 3), out long _);
        string status = http ? line.Substring(9, 3) : "";
        string says = "the server answers " + line;
        if (!http)
        {
            Say("not-http", "what answers there does not speak HTTP");
        }
        else if (status[0] == '5')
        {
            Say("server-error", says + ": it is there, but not at work; stills wait in the outbox");
        }
        else if (_isStore)
        {
            Say(null, says + "; whether it takes stills, the first one shows");
        }
        else if (status == "404")
        {
            Say("no-such-path", says + ": is the path of 'uplink show' right?");
        }
        else if (status == "401" || status == "403")
        {
            Say("not-admitted", says + ": it does not know this device, or has suspended it");
        }
        else
        {
            Say(null, says);
        }
    }

    private void Say(string reason, string text)
    {
        Reason = reason;
        Text = text;
    }
}
