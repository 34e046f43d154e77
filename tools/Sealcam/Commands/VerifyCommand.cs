using System.CommandLine;
using Sealcam.Tool.Verifying;
using Sealcam.Verify;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam verify</c>: what stills say of themselves, and whether that is true.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Stills; or one folder or archive (.zip, .tar, .tar.gz), whose stills are judged as a set.",
            Arity = ArgumentArity.OneOrMore,
        };
        var device = new Option<byte[]?>("--device") { Description = "The device ID that the stills must be from.", CustomParser = ParseDevice };
        var nonce = new Option<byte[]?>("--nonce") { Description = "The challenge that the still must answer, in hex.", CustomParser = ParseNonce };
        var maxAge = new Option<TimeSpan?>("--max-age") { Description = "How old a still may be (30s, 5min).", CustomParser = ParseAge };
        var verbose = new Option<bool>("--verbose", "-v") { Description = "Say the reason for each letter." };
        var json = new Option<bool>("--json") { Description = "Print JSON and nothing else." };
        var command = new Command("verify", "Tell of stills whether they are authentic, what they say, and which are missing.")
        {
            paths, device, nonce, maxAge, verbose, json,
        };
        command.SetAction(parsed =>
        {
            // An option that was not given has an empty array for its value, which is not the same as no question.
            var question = new Question
            {
                Device = parsed.GetResult(device) is null ? null : parsed.GetValue(device),
                Nonce = parsed.GetResult(nonce) is null ? null : parsed.GetValue(nonce),
                MaxAge = parsed.GetValue(maxAge),
            };
            string[] given = parsed.GetValue(paths)!;
            if (given.Length == 1 && StillFiles.IsSet(given[0]))
            {
                return StreamVerdicts.Report(given[0], question, parsed.GetValue(verbose), parsed.GetValue(json));
            }

            return Array.Find(given, StillFiles.IsSet) is string set
                ? throw new UsageException($"'{set}' is a set of stills: give it alone.")
                : FileVerdicts.Report(given, question, parsed.GetValue(json));
        });
        return command;
    }

    private static byte[]? ParseDevice(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (Verify.DeviceId.TryParse(result.Tokens[0].Value, out byte[] id))
        {
            return id;
        }

        result.AddError("--device takes a device ID: 52 characters a-z and 2-7, as 'sealcam verify' shows it.");
        return null;
    }

    private static byte[]? ParseNonce(System.CommandLine.Parsing.ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        bool fits = text.Length is >= 32 and <= 128 && text.Length % 2 == 0 && text.All(char.IsAsciiHexDigit);
        if (!fits)
        {
            result.AddError("--nonce takes 16 to 64 bytes in hex.");
        }

        return fits ? Convert.FromHexString(text) : null;
    }

    private static TimeSpan? ParseAge(System.CommandLine.Parsing.ArgumentResult result)
    {
        TimeSpan? age = OptionParsers.TryParse(result.Tokens[0].Value);
        if (age is null)
        {
            result.AddError($"--max-age takes a time such as 30s or 5min, not '{result.Tokens[0].Value}'.");
        }

        return age;
    }
}
