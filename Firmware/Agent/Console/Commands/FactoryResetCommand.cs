using System;

namespace Sealcam;

/// <summary>
/// Back to the state of delivery. Without an argument identity and boot count stay, because a count that starts again under the
/// same key would repeat orders; with 'identity' key and count go together, and the device seals nothing until it gets
/// another.
/// </summary>
public sealed class FactoryResetCommand : ConsoleCommand
{
    private static readonly string[] IdentityFiles = { "order.a", "order.b", OrderBook.NewName, PassphraseRecord.FileName };

    public FactoryResetCommand()
        : base("factory-reset", "[identity]", "forget all settings, or the identity too; asks first", 0, 1)
    {
    }

    public override string Choice(ConsoleSession s, int argument, int index) => argument == 0 && index == 0 ? "identity" : null;

    public override int Step(ConsoleSession s, int slice)
    {
        bool identity = s.ArgumentCount == 1;
        if (identity && s.Argument(0) != "identity")
        {
            return s.Fail(ConsoleError.Usage, "factory-reset takes nothing or 'identity'");
        }

        if (s.Console.Board == null || s.Agent.DeviceId == null)
        {
            return s.FailAbsent(s.Console.Board == null ? "way to restart itself" : "identity to confirm with");
        }

        if (slice == 0)
        {
            s.Question = (identity ? "key and count are DESTROYED" : "settings are forgotten") + "; type the fingerprint: ";
            return Ask;
        }

        if (s.Answer == null || s.Answer.Trim().ToLower() != DeviceId.Fingerprint(s.Agent.DeviceId))
        {
            return s.Fail(ConsoleError.Denied, "that is not this device's fingerprint: nothing is changed");
        }

        string fault = s.Config.Erase();
        s.RestartWanted = true;
        s.SkipsRecord = identity;
        return fault == null && (!identity || Destroy(s)) ? Done
            : s.Fail(ConsoleError.Failed, fault ?? "not all files could be deleted");
    }

    private static bool Destroy(ConsoleSession s)
    {
        bool all = true;
        for (int i = 0; i <= IdentityFiles.Length; i++)
        {
            try
            {
                s.Parts.Store.Delete(i < IdentityFiles.Length ? IdentityFiles[i] : s.Console.Board.DeviceCertificateFile);
            }
            catch (Exception)
            {
                all = false;  // the others go all the same
            }
        }

        return all;
    }
}
