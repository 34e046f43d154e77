using System.Globalization;
using System.Text.RegularExpressions;

namespace Sealcam.Tool.Flashing;

/// <summary>Tells whether a run of nanoff succeeded: its exit status alone does not.</summary>
internal static partial class NanoffOutcome
{
    /// <summary>Statuses of a process that Unix ended: 128 and the signal's number.</summary>
    private const int Aborted = 134, Killed = 137, Crashed = 139, Stopped = 143;

    /// <summary>What went wrong and what to do, a sentence; null if nothing went wrong.</summary>
    /// <param name="kind">What nanoff was to do.</param>
    /// <param name="status">The process's exit status.</param>
    /// <param name="said">All that it printed.</param>
    public static string? Fault(StepKind kind, int status, string said)
    {
        if (status == 0)
        {
            return Silent(kind, said);
        }

        return Code(status, said) is { } known && NanoffCodes.All.TryGetValue(known, out string? sentence)
                ? $"{sentence} (nanoff E{known})."
            : Code(status, said) is { } other 
                ? $"nanoff failed with E{other}, a code that this program does not know: update both."
            : status is Aborted or Killed or Crashed or Stopped
                ? $"nanoff crashed or was stopped (status {status}); what it printed above says more. Run the same command again."
            : $"nanoff failed with status {status}, which it does not document; what it printed above says more.";
    }

    /// <summary>nanoff's own code for a failure; null if it gave none.</summary>
    public static int? Code(int status, string said)
    {
        // nanoff prints the code by its name: that is surer than a status of 8 bits.
        Match named = CodeName().Match(said);
        return named.Success ? int.Parse(named.Groups[1].Value, CultureInfo.InvariantCulture)
            : status is Killed or Crashed or Stopped ? null : NanoffCodes.FromStatus(status);
    }

    /// <summary>Failures that nanoff reports with status 0 (its FileDeploymentManager.cs, Program.cs).</summary>
    private static string? Silent(StepKind kind, string said)
    {
        Match file = FileFault().Match(said);
        return kind == StepKind.Files && file.Success
                ? $"A file was not written: {file.Value.Trim()}. Press the board's reset button, and run the same "
                    + $"command again; if it stays "
                    + $"so, nanoff may be too old for the firmware: {Nanoff.UpdateCommand}"
            : kind == StepKind.Files && !said.Contains("Deploying file", StringComparison.Ordinal)
                ? "nanoff wrote no file and says nothing of it: update it with " + Nanoff.UpdateCommand
            : kind == StepKind.Network && !said.Contains("Updating wireless configuration...OK", StringComparison.Ordinal)
                ? "nanoff did not store the Wi-Fi network: press the board's reset button, and run the same command again."
            : kind is StepKind.Firmware or StepKind.Application or StepKind.Natives or StepKind.Restart
                && said.Contains("No operation was performed", StringComparison.Ordinal)
                ? "nanoff did nothing with what it was told: update it with " + Nanoff.UpdateCommand
            : null;
    }

    [GeneratedRegex(@"^(?:Error )?E([1-9][0-9]{3})\b", RegexOptions.Multiline)]
    private static partial Regex CodeName();

    [GeneratedRegex(@"(?:Error|Exception) deploying content file .*")]
    private static partial Regex FileFault();
}
