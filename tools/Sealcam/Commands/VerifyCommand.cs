using System.CommandLine;
using Sealcam.Tool.Verifying;
using Sealcam.Verify;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam verify</c>: what a still says of itself, and whether that is true.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Stills to verify.", Arity = ArgumentArity.OneOrMore };
        var device = new Option<string?>("--device") { Description = "The device ID that the stills must be from." };
        device.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is string text && !Verify.DeviceId.TryParse(text, out _))
            {
                result.AddError("--device takes a device ID: 52 characters a-z and 2-7, as 'sealcam verify' shows it.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Print a JSON array, one object a still." };
        var command = new Command("verify", "Tell of each still whether it is authentic, and what it says.") { files, device, json };
        command.SetAction(parsed =>
        {
            Question? question = null;
            if (parsed.GetValue(device) is string text && Verify.DeviceId.TryParse(text, out byte[] id))
            {
                question = new Question { Device = id };
            }

            return FileVerdicts.Report(parsed.GetValue(files)!, question, parsed.GetValue(json));
        });
        return command;
    }
}
