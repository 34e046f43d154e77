using System;

namespace Sealcam;

/// <summary>
/// Takes a certificate as PEM, line by line: a renewed one for the device, which must be for its key, or the CAs that it
/// trusts. During a change of CA both stand in one file, the old and the new.
/// </summary>
public sealed class CertImportCommand : ConsoleCommand
{
    private const int FileBytes = 4096;
    private const string EndMark = "-----END CERTIFICATE-----";

    private static readonly string[] Roles = { "device", "ca" };

    private byte[] _file;
    private int _count;

    public CertImportCommand()
        : base("cert import", "device | ca", "take certificates as PEM, ended by a line 'end'", 1, 1)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 ? Of(Roles, index) : null;

    public override int Step(ConsoleSession s, int slice)
    {
        bool device = s.Argument(0) == "device";
        string file = s.Console.Board == null ? null : device
            ? s.Console.Board.DeviceCertificateFile : s.Console.Board.AuthorityFile;
        if (!device && s.Argument(0) != "ca")
        {
            return s.Fail(ConsoleError.Usage, "cert import takes device or ca");
        }

        if (file == null)
        {
            return s.FailAbsent("such file: it has its CA from elsewhere");
        }

        s.Question = "pem> ";
        if (slice == 0)
        {
            _file = new byte[FileBytes];
            _count = 0;
            return Ask;
        }

        if (s.Answer == null || _count + s.Answer.Length + 1 > FileBytes)
        {
            return s.Fail(ConsoleError.Input, "a line is too long, or all together more than " + FileBytes
                + " bytes: nothing is changed");
        }

        if (s.Answer.Trim() != "end")
        {
            _count += Utf8.Count(s.Answer) == s.Answer.Length ? Ascii.Copy(s.Answer, _file, _count) : 0;
            _file[_count++] = (byte)'\n';

            return Ask;
        }

        return Keep(s, file, device);
    }

    public override void End(ConsoleSession s) => _file = null;

    private int Keep(ConsoleSession s, string file, bool device)
    {
        var pem = new byte[_count];
        Array.Copy(_file, 0, pem, 0, _count);
        var first = Check(pem, out int certificates);
        bool other = device && first != null && !first.IsFor(s.Agent.Identity);
        if (first == null || other)
        {
            return s.Fail(ConsoleError.Invalid, (other ? "that certificate is not for this device's key"
                : "not all of that is certificates in PEM (each ends with " + EndMark + ")") + "; nothing is changed");
        }

        try
        {
            s.Parts.Store.Write(file, pem, pem.Length);
        }
        catch (Exception e)
        {
            return s.Fail(ConsoleError.Failed, file + " cannot be written: " + e.Message);
        }

        s.Parts.Log.Write(LogLevel.Warning, "console", file + " replaced by hand");
        s.Reply.Field("certificates", certificates);
        s.Reply.Field("subject", first.Subject);
        s.Reply.Field("until", Timestamp.Text(first.NotAfter));
        s.Reply.Field("counts", "from the next start: 'reboot'");
        return Done;
    }

    /// <summary>The first certificate if all are good, else null: for one bad block a TLS library refuses the file.</summary>
    private static CertificateText Check(byte[] pem, out int count)
    {
        var blocks = new CertificateBlocks(pem);
        var first = blocks.Next();
        count = first == null ? 0 : 1;
        while (blocks.Next() != null)
        {
            count++;
        }

        return blocks.IsBad ? null : first;
    }
}
