namespace Sealcam.Tool.Flashing;

/// <summary>
/// Prints a plan as a shell script: commands as they would be run, everything else as comments. Secrets are masked.
/// </summary>
internal static class DryRun
{
    public static void Print(FlashRequest request, TextWriter output)
    {
        foreach (FlashStep step in FlashPlan.Make(request))
        {
            if (step.Kind == StepKind.Files)
            {
                Show(output, FlashPlan.FilesJson, DeploymentJson.Files(request.Port, request.Files));
                foreach (DeployedFile made in request.Files.Where(file => file.Shown != null))
                {
                    Show(output, made.Path, made.Shown!);
                }
            }
            else if (step.Kind == StepKind.Network)
            {
                Show(output, FlashPlan.NetworkJson, DeploymentJson.Network(request.Port, request.Wifi!, masked: true));
            }

            output.WriteLine(step.Command.Count == 0 ? $"# by hand: {step.Title}" : ShellText.Of(step.Command));
        }
    }

    private static void Show(TextWriter output, string name, string text)
    {
        output.WriteLine($"# {name}, in a temporary folder that nanoff is started in:");
        foreach (string line in text.TrimEnd('\n').ReplaceLineEndings("\n").Split('\n'))
        {
            output.WriteLine($"#   {line}");
        }
    }
}
