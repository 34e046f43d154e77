using System;

namespace Sealcam;

/// <summary>The device's certificate and the CAs that it trusts: whose they are, until when, and whether they fit.</summary>
public sealed class CertShowCommand : ConsoleCommand
{
    private const int FileBytes = 4096;

    private CertificateBlocks _blocks;  // of the file that is shown; null before and between the files
    private int _shown;                 // certificates of that file
    private string _fault;

    public CertShowCommand()
        : base("cert show", "", "show the device's certificate and the CAs that it trusts", 0, 0)
    {
    }

    /// <summary>One row a slice; s.Count is the file.</summary>
    public override int Step(ConsoleSession s, int slice)
    {
        var board = s.Console.Board;
        if (board == null)
        {
            return s.FailAbsent("certificates");
        }

        if (slice == 0)
        {
            s.Reply.List("certificates");
        }

        string file = s.Count == 0 ? board.DeviceCertificateFile : board.AuthorityFile;
        if (file != null && ShowNext(s, file))
        {
            return More;
        }

        _blocks = null;
        if (s.Count++ == 0)
        {
            return More;
        }

        s.Reply.EndList();
        return Done;
    }

    public override void End(ConsoleSession s) => _blocks = null;

    /// <summary>False behind the last row of a file.</summary>
    private bool ShowNext(ConsoleSession s, string file)
    {
        if (_blocks == null)
        {
            _shown = 0;
            _blocks = new CertificateBlocks(Read(s.Parts.Store, file, out _fault));
        }
        else if (_fault != null)
        {
            return false;
        }

        var certificate = _fault != null ? null : _blocks.Next();
        _fault = _fault ?? (certificate == null && _blocks.IsBad ? "not a certificate" : null);
        if (certificate == null && _fault == null)
        {
            return false;
        }

        var r = s.Reply;
        r.Row();
        r.Cell("role", s.Count == 0 ? "device" : "ca", 6);
        r.Cell("file", file, 10);
        r.Cell("state", _fault ?? State(s, certificate), 24);
        if (certificate != null)
        {
            r.Cell("from", Timestamp.Text(certificate.NotBefore).Substring(0, 10), 10);
            r.Cell("until", Timestamp.Text(certificate.NotAfter).Substring(0, 10), 10);
            r.Fold(8);
            r.Cell("subject", certificate.Subject);
        }

        r.EndRow();
        return ++_shown < 100;
    }

    private static string State(ConsoleSession s, CertificateText certificate)
    {
        long now = s.Agent.Clock.Quality == WallClock.None ? 0 : s.Agent.Clock.UnixSeconds;
        bool fits = s.Count == 1 || certificate.IsFor(s.Agent.Identity);
        return !fits ? "not for this device's key" : now == 0 ? "the clock is not set"
            : now < certificate.NotBefore ? "not yet valid"
            : now > certificate.NotAfter ? "EXPIRED" : "good for " + (certificate.NotAfter - now) / 86400 + " days";
    }

    private static byte[] Read(IStore store, string file, out string fault)
    {
        fault = null;
        try
        {
            int length = store.Read(file, new byte[0]);
            fault = length < 0 ? "missing" : length > FileBytes ? "larger than " + FileBytes + " bytes" : null;
            var bytes = new byte[fault == null ? length : 0];
            store.Read(file, bytes);
            return bytes;
        }
        catch (Exception e)
        {
            fault = e.Message;
            return new byte[0];
        }
    }
}
