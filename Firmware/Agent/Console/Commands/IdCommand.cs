namespace Sealcam;

/// <summary>The device ID: in letters, in words, and as a QR code that a phone reads off the screen.</summary>
public sealed class IdCommand : ConsoleCommand
{
    /// <summary>What the QR code says in front of the ID, in the characters that its alphanumeric mode has.</summary>
    public const string Scheme = "SEALCAM:";

    private QrCode _code;

    public IdCommand()
        : base("id", "[plain]", "device ID, fingerprint, QR code; plain: without block characters", 0, 1, isOpen: true)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 && index == 0 ? "plain" : null;

    public override int Step(ConsoleSession s, int slice)
    {
        string id = s.Agent.DeviceId;
        bool plain = s.Argument(0) == "plain";
        if (s.ArgumentCount == 1 && !plain)
        {
            return s.Fail(ConsoleError.Usage, "id takes nothing or 'plain'");
        }

        if (id == null)
        {
            return s.Fail(ConsoleError.Absent, "this device has no identity yet: deploy " + OrderBook.NewName);
        }

        if (slice == 0)
        {
            s.Reply.Field("device", id);
            s.Reply.Field("fingerprint", DeviceId.Fingerprint(id));
            s.Reply.Field("words", FingerprintWords.Of(id));
            s.Reply.Field("name", s.CameraName);
            s.Reply.Flag("simulated", s.Agent.IsSimulated);
            _code = s.Reply.Json ? null : new QrCode(Scheme + id.ToUpper());
            return s.Reply.Json ? Done : More;
        }

        int rows = plain ? QrCode.Drawn : (QrCode.Drawn + 1) / 2;
        Draw(s.Out, slice - 1, plain);
        return slice < rows ? More : Done;
    }

    public override void End(ConsoleSession s) => _code = null;

    private void Draw(OutputRing output, int row, bool plain)
    {
        for (int x = 0; x < QrCode.Drawn; x++)
        {
            // Light modules are drawn, dark ones left: a terminal's ground is dark, and scanners want dark on light.
            if (plain)
            {
                output.Put(_code.IsDark(x, row) ? "  " : "##");
                continue;
            }

            bool upper = !_code.IsDark(x, row * 2), lower = row * 2 + 1 < QrCode.Drawn && !_code.IsDark(x, row * 2 + 1);
            output.Put(upper ? lower ? "\u2588" : "\u2580" : lower ? "\u2584" : " ");
        }

        output.NewLine();
    }
}
