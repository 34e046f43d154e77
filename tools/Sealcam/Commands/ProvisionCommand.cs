using System.CommandLine;
using System.Globalization;
using Sealcam.Provision;
using Sealcam.Tool.Provisioning;

namespace Sealcam.Tool.Commands;

/// <summary><c>sealcam provision</c>: identities for real cameras, under a fleet's own CA.</summary>
internal static class ProvisionCommand
{
    public static Command Create()
    {
        var fleet = new Option<DirectoryInfo>("--fleet")
        {
            Description = "Folder of the fleet, made at first use. It holds every key.",
            Required = true,
        };
        Option<int> count = OptionParsers.Number("--count", "How many devices to make, beside those that are there.", 1, 1, 100_000);
        Option<string> name = Name();
        var show = new Option<bool>("--show-label") { Description = "Print what the label says, the console's passphrase too." };
        var reissue = new Option<string?>("--reissue")
        {
            Description = "ID: a new identity file for a board that was erased; same key, higher boot count.",
        };
        Option<uint?> above = Above();
        var forget = new Option<string?>("--forget")
        {
            Description = "ID: delete key, passphrase and label of a device that is deployed.",
        };
        var server = new Option<string[]>("--server-name")
        {
            Description = "Make or renew the certificate of the ingest server for this name.",
            DefaultValueFactory = _ => [],
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        var command = new Command("provision", "Make identities, certificates and labels for devices.")
        {
            fleet, count, name, show, reissue, above, forget, server, json,
        };
        command.SetAction((parsed, cancel) =>
        {
            string? again = parsed.GetValue(reissue), gone = parsed.GetValue(forget);
            string[] names = parsed.GetValue(server)!;
            bool makes = again is null && gone is null && names.Length == 0;
            int asked = (again is null ? 0 : 1) + (gone is null ? 0 : 1) + (names.Length == 0 ? 0 : 1);
            Option[] ofMaking = [count, name, show];
            if (asked > 1 || !makes && ofMaking.Any(option => parsed.GetResult(option) is { Implicit: false }))
            {
                throw new UsageException(
                    "provision makes devices (--count, --name, --show-label), or does one of --reissue, --forget, --server-name.");
            }

            if (parsed.GetValue(above) is not null && again is null)
            {
                throw new UsageException("--above goes with --reissue.");
            }

            using Fleet opened = Fleet.Open(parsed.GetValue(fleet)!.FullName);
            var report = new ProvisionReport(opened, parsed.GetValue(json), parsed.GetValue(show));
            int exit = ExitCode.Ok;
            if (again is not null)
            {
                report.Reissued(again, opened.Reissue(again, parsed.GetValue(above) ?? 0));
            }
            else if (gone is not null)
            {
                report.Forgotten(opened.Forget(gone));
            }
            else if (names.Length > 0)
            {
                report.Certified(opened.Certify(names));
            }
            else
            {
                exit = Make(opened, parsed.GetValue(name)!, parsed.GetValue(count), report, cancel);
            }

            return Task.FromResult(exit);
        });
        return command;
    }

    /// <summary>What was made before Ctrl-C stays, whole.</summary>
    private static int Make(Fleet fleet, string prefix, int count, ProvisionReport report, CancellationToken cancel)
    {
        int made = 0;
        for (; made < count && !cancel.IsCancellationRequested; made++)
        {
            report.Made(fleet.Add(prefix), isOnly: count == 1);
        }

        report.End();
        return made == count ? ExitCode.Ok : ExitCode.Lost;
    }

    private static Option<string> Name() => new("--name")
    {
        Description = "What devices are called, in front of their number.",
        DefaultValueFactory = _ => "camera",
        CustomParser = result =>
        {
            string name = result.Tokens[0].Value;
            if (!Fleet.IsName(name))
            {
                result.AddError($"--name takes {Fleet.NameRule}.");
            }

            return name;
        },
    };

    private static Option<uint?> Above() => new("--above")
    {
        Description = "With --reissue: the highest boot count that ingest shows for the device, if it may be beyond the usual.",
        CustomParser = result =>
        {
            if (uint.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out uint count))
            {
                return count;
            }

            result.AddError($"--above takes a boot count, not '{result.Tokens[0].Value}'.");
            return null;
        },
    };
}
