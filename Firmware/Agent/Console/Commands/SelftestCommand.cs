using System;

namespace Sealcam;

/// <summary>Camera, storage, entropy, cryptography, clock and uplink, each with PASS or FAIL.</summary>
public sealed class SelftestCommand : ConsoleCommand
{
    private const string TestFile = "selftest.tmp";

    private CameraTrial _camera;
    private NetTrial _net;
    private int _step;

    public SelftestCommand() : base("selftest", "", "try camera, storage, entropy, crypto, clock and uplink", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        switch (slice)
        {
            case 0:
                _camera = new CameraTrial();
                _net = new NetTrial();
                _step = NetTrial.Clock;
                s.Reply.List("tests");
                return More;
            case 1:
                if (_camera.Step(s) == Wait)
                {
                    return Wait;
                }

                Say(s, "camera", _camera.Fault, _camera.Bytes + " bytes, " + _camera.Width + "x" + _camera.Height);
                _camera.End(s);
                return More;
            case 2:
                Say(s, "storage", Storage(s.Parts.Store), "written, read back, deleted");
                return More;
            case 3:
                Say(s, "entropy", Entropy(s.Parts.Entropy), "good");
                return More;
            case 4:
                Say(s, "crypto", KnownAnswers.Fault(s.Parts.Mac, s.Parts.Cipher), "HMAC-SHA256 and AES-128 answer as published");
                return More;
            default:
                return Network(s);
        }
    }

    public override void End(ConsoleSession s)
    {
        _camera?.End(s);
        if (_net != null && s.Console.Net != null)
        {
            s.Console.Net.Close();
        }

        _camera = null;
        _net = null;
    }

    private int Network(ConsoleSession s)
    {
        bool absent = s.Console.Net == null || StoreSettings.Server(s.Config.Current, out _).Length == 0;
        if (_step > NetTrial.Clock && absent)
        {
            Say(s, "uplink", s.Console.Net == null ? "this board has no network test" : "no server is set", "");
            return Finish(s);
        }

        if (_net.Run(s, _step) == Wait)
        {
            return Wait;
        }

        s.StartedMs = s.NowMs;
        bool clock = _step == NetTrial.Clock, last = _step == NetTrial.Http || _net.Reason != null;
        if (clock || last)
        {
            Say(s, clock ? "clock" : "uplink", _net.Reason == null ? null : _net.Text, _net.Text);
        }

        if (!clock && last)
        {
            return Finish(s);
        }

        _step++;
        return More;
    }

    private static int Finish(ConsoleSession s)
    {
        s.Reply.EndList();
        return s.Count == 0 ? Done : s.Fail(ConsoleError.Failed, s.Count + " of 6 tests failed");
    }

    private static void Say(ConsoleSession s, string test, string fault, string good)
    {
        s.Count += fault == null ? 0 : 1;
        string text = fault ?? good;
        s.Reply.Row();
        s.Reply.Cell("result", fault == null ? "PASS" : "FAIL", 4);
        s.Reply.Cell("test", test, 8);
        s.Reply.Cell("text", text.Length > 160 ? text.Substring(0, 160) : text);
        s.Reply.EndRow();
    }

    private static string Storage(IStore store)
    {
        var bytes = Ascii.Bytes(TestFile);
        var back = new byte[bytes.Length];
        try
        {
            store.Write(TestFile, bytes, bytes.Length);
            int length = store.Read(TestFile, back);
            store.Delete(TestFile);
            return length == bytes.Length && BigEndian.Same(bytes, 0, back, 0, length) && store.Read(TestFile, back) < 0
                ? null : "what was written is not what is read back";
        }
        catch (Exception e)
        {
            return e.Message;
        }
    }

    /// <summary>No test can show that numbers are random; this one shows a source that is stuck.</summary>
    private static string Entropy(IEntropy entropy)
    {
        byte[] a = new byte[32], b = new byte[32];
        entropy.Fill(a, 0, 32);
        entropy.Fill(b, 0, 32);
        int ones = 0;
        for (int i = 0; i < 32; i++)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                ones += a[i] >> bit & 1;
            }
        }

        return !entropy.IsGood ? "the source does not declare itself good yet: no Wi-Fi since the start?"
            : BigEndian.Same(a, 0, b, 0, 32) || ones < 64 || ones > 192 ? "the source is stuck" : null;
    }
}
