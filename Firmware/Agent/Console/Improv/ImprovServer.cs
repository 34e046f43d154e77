using System;

namespace Sealcam;

/// <summary>
/// Answers Improv's commands, so that browser flashers and Home Assistant can set Wi-Fi. While the console is locked they may
/// do so only on a device that has no network yet.
/// </summary>
public sealed class ImprovServer
{
    private const int StateFrame = 1, ErrorFrame = 2, CommandFrame = 3;
    private const int SetWifi = 1, GetState = 2, GetInfo = 3, Scan = 4, HostName = 5, Name = 6, Network = 7;
    private const int Ready = 2, Provisioning = 3, Provisioned = 4;
    private const int NoError = 0, BadFrame = 1, UnknownCommand = 2, CannotConnect = 3, NotAuthorised = 4, OtherError = 0xFF;
    private const int Online = 1, HasWifi = 2;

    /// <summary>ms: a client gives up after 30 s, so that the answer must come before.</summary>
    private const int JoinMs = 25000;

    private readonly ConsoleSession _session;
    private readonly ImprovWriter _frame;
    private int _command, _at;  // what goes on, and how far a scan's list is; 0 for nothing
    private string _ssid, _password;
    private long _startedMs;
    private int _answer;        // an error or a command that waits for room, with the frame's data
    private bool _waiting;

    public ImprovServer(ConsoleSession session)
    {
        _session = session;
        _frame = new ImprovWriter(session.Out);
    }

    /// <summary>A command goes on: no other is taken, as clients send one at a time.</summary>
    public bool IsBusy => _command != 0 || _waiting;

    /// <summary>Takes a frame, whose data are copied out at once: they may hold a password, and the scanner wipes them.</summary>
    public void Take(ImprovScanner frame, bool isGood)
    {
        int length = frame.DataLength, at = ImprovScanner.DataOffset;
        bool command = isGood && frame.Type == CommandFrame && length >= 2 && frame.Frame[at + 1] == length - 2;
        _answer = command ? frame.Frame[at] : -1;
        _waiting = true;
        _ssid = _password = null;
        if (_answer == SetWifi && !ReadNetwork(frame.Frame, at + 2, length - 2))
        {
            _answer = -1;
        }
        else if (_answer == Name)
        {
            _ssid = Utf8.Text(frame.Frame, at + 2, length - 2);
        }
    }

    /// <summary>One slice. True if it wrote something, so that the prompt is to be drawn again.</summary>
    public bool Step()
    {
        int written = _frame.Written;
        if (_session.Out.Room >= ConsoleLimits.SliceBytes)
        {
            if (_waiting)
            {
                _waiting = false;
                Answer();
            }
            else if (_command == SetWifi)
            {
                Join();
            }
            else if (_command == Scan)
            {
                ListNext();
            }

            if (_command == 0)
            {
                _session.LeaveRadio(this);
            }
        }

        return _frame.Written != written;
    }

    private void Answer()
    {
        var wifi = _session.Console.Wifi;
        if (_answer == -1)
        {
            _frame.Single(ErrorFrame, BadFrame);
            return;
        }

        bool network = _answer == SetWifi || _answer == Scan;
        bool guarded = network || _answer == Name && _ssid != null && _ssid.Length > 0;
        int error = guarded && !_session.MayProvision ? NotAuthorised : network && wifi == null ? CannotConnect
            : network && !_session.TakeRadio(this) ? OtherError  // a command scans or joins
            : _answer < SetWifi || _answer == HostName || _answer > Network ? UnknownCommand : NoError;
        _frame.Single(ErrorFrame, error);
        if (error != NoError)
        {
            _password = null;
            return;
        }

        switch (_answer)
        {
            case SetWifi:
                _command = SetWifi;
                _startedMs = _session.NowMs;
                wifi.StartJoin(_ssid, _password);
                _frame.Single(StateFrame, Provisioning);
                break;
            case Scan:
                _command = wifi.StartScan() ? Scan : 0;
                _startedMs = _session.NowMs;
                _at = 0;
                if (_command == 0)
                {
                    _frame.Single(ErrorFrame, OtherError);
                }

                break;
            default:
                Tell();
                break;
        }
    }

    /// <summary>Questions that are answered at once.</summary>
    private void Tell()
    {
        var wifi = _session.Console.Wifi;
        var board = _session.Console.Board;
        bool up = wifi != null && wifi.IsUp;
        switch (_answer)
        {
            case GetState:
                _frame.Single(StateFrame, up ? Provisioned : wifi != null && wifi.JoinState == WifiJoin.Joining
                    ? Provisioning : Ready);
                if (up)
                {
                    _frame.Begin(GetState);
                    _frame.SendResult();
                }

                return;
            case GetInfo:
                _frame.Begin(GetInfo);
                _frame.Add("Sealcam");
                _frame.Add(board == null ? "" : board.Version);
                _frame.Add(board == null ? "" : board.Chip);
                _frame.Add(_session.CameraName);
                break;
            case Name:
                if (!Rename())
                {
                    _frame.Single(ErrorFrame, OtherError);
                    return;
                }

                _frame.Begin(Name);
                _frame.Add(_session.CameraName);
                break;
            default:
                _frame.Begin(Network);
                _frame.Add(((up ? Online : 0) + (wifi != null ? HasWifi : 0)).ToString());
                break;
        }

        _frame.SendResult();
    }

    private bool Rename()
    {
        if (_ssid == null || _ssid.Length == 0)
        {
            return _ssid != null;
        }

        var changed = _session.Config.Current.Copy();
        return changed.Set(SettingTable.Name, _ssid) == null && _session.Config.Save(changed) == null;
    }

    private void Join()
    {
        var wifi = _session.Console.Wifi;
        bool late = _session.NowMs - _startedMs > JoinMs;
        if (wifi.JoinState == WifiJoin.Joining && !late)
        {
            return;
        }

        _command = 0;
        var changed = _session.Config.Current.Copy();
        bool kept = wifi.JoinState == WifiJoin.Joined && changed.Set(SettingTable.WifiSsid, _ssid) == null
            && changed.Set(SettingTable.WifiPassword, _password) == null && _session.Config.Save(changed) == null;
        _ssid = _password = null;
        if (kept)
        {
            _frame.Single(StateFrame, Provisioned);
            _frame.Begin(SetWifi);  // no URL: the device has no page
            _frame.SendResult();
        }
        else
        {
            _frame.Single(StateFrame, Ready);
            _frame.Single(ErrorFrame, CannotConnect);
            Restore(wifi);
        }
    }

    /// <summary>Back to the network that the settings name.</summary>
    private void Restore(IWifi wifi)
    {
        string kept = _session.Config.Current[SettingTable.WifiSsid];
        if (kept.Length > 0)
        {
            wifi.StartJoin(kept, _session.Config.Current[SettingTable.WifiPassword]);
        }
    }

    private void ListNext()
    {
        var wifi = _session.Console.Wifi;
        int count = wifi.ScanCount;
        if (count == -1 && _session.NowMs - _startedMs < JoinMs)
        {
            return;
        }

        if (count < 0)
        {
            _command = 0;
            _frame.Single(ErrorFrame, OtherError);
            return;
        }

        _frame.Begin(Scan);
        if (_at < count)
        {
            wifi.ScanResult(_at++, out string ssid, out int rssi, out bool secured);
            _frame.Add(ssid);
            _frame.Add(rssi.ToString());
            _frame.Add(secured ? "YES" : "NO");
        }
        else
        {
            _command = 0;
        }

        _frame.SendResult();
    }

    private bool ReadNetwork(byte[] source, int offset, int count)
    {
        int ssid = count > 0 ? source[offset] : -1;
        int password = ssid >= 0 && ssid + 1 < count ? source[offset + 1 + ssid] : -1;
        if (password < 0 || ssid + password + 2 != count)
        {
            return false;
        }

        _ssid = Utf8.Text(source, offset + 1, ssid);
        _password = Utf8.Text(source, offset + 2 + ssid, password);
        return _ssid != null && _ssid.Length > 0 && _password != null
            && SettingTable.Row(SettingTable.WifiSsid).Check(_ssid) == null
            && SettingTable.Row(SettingTable.WifiPassword).Check(_password) == null;
    }
}
