using System;

namespace Sealcam;

/// <summary>The device's certificate and the CAs that it trusts: whose they are, until when, and whether they fit.</summary>
public sealed class CertShowCommand : ConsoleCommand
{
    private const int FileBytes = 4096;

    public CertShowCommand()
        : base("cert show", "", "show the device's certificate and the CA that it trusts, with their dates", 0, 0)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var board = s.Console.Board;
        if (board == null)
        {
            return s.FailAbsent("certificates");
        }

        string file = slice == 0 ? board.DeviceCertificateFile : board.AuthorityFile;
        if (slice == 0)
        {
            s.Reply.List("certificates");
        }

        if (file != null)
        {
            Show(s, file, slice == 0 ? "device" : "ca");
        }

        if (slice == 0)
        {
            return More;
        }

        s.Reply.EndList();
        return Done;
    }

    private static void Show(ConsoleSession s, string file, string role)
    {
        var r = s.Reply;
        r.Row();
        r.Cell("role", role, 6);
        r.Cell("file", file, 10);
        var certificate = Read(s.Parts.Store, file, out string fault);
        if (fault != null)
        {
            r.Cell("state", fault);
            r.EndRow();
            return;
        }

        long now = s.Agent.Clock.Quality == WallClock.None ? 0 : s.Agent.Clock.UnixSeconds;
        r.Cell("subject", certificate.Subject, 24);
        r.Cell("from", Timestamp.Text(certificate.NotBefore).Substring(0, 10), 10);
        r.Cell("until", Timestamp.Text(certificate.NotAfter).Substring(0, 10), 10);
        bool fits = role == "ca" || certificate.IsFor(s.Agent.Identity);
        r.Cell("state", !fits ? "not for this device's key" : now == 0
            ? "the clock is not set" : now < certificate.NotBefore ? "not yet valid"
            : now > certificate.NotAfter ? "EXPIRED" : "good for " + (certificate.NotAfter - now) / 86400 + " days");
        r.EndRow();
    }

    /// <summary>The first certificate of a PEM or DER file.</summary>
    private static CertificateText Read(IStore store, string file, out string fault)
    {
        fault = null;
        try
        {
            int length = store.Read(file, new byte[0]);
            fault = length < 0 ? "missing" : length > FileBytes ? "larger than " + FileBytes + " bytes" : null;
            if (fault != null)
            {
                return null;
            }

            var bytes = new byte[length];
            store.Read(file, bytes);
            bytes = Pem.Is(bytes) ? Pem.Decode(bytes) : bytes;
            var certificate = bytes == null ? null : CertificateText.Parse(bytes);
            fault = certificate == null ? "not a certificate" : null;
            return certificate;
        }
        catch (Exception e)
        {
            fault = e.Message;
            return null;
        }
    }
}
