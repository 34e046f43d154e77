namespace Sealcam.Tool.Flashing;

/// <summary>What a step is for; it decides what counts as its success.</summary>
internal enum StepKind
{
    /// <summary>Asks nanoff for its version.</summary>
    Version,

    /// <summary>Builds the application.</summary>
    Build,

    /// <summary>A person moves a wire or presses a button.</summary>
    Hand,

    /// <summary>Firmware, through the chip's boot loader.</summary>
    Firmware,

    /// <summary>Application, through the chip's boot loader.</summary>
    Application,

    /// <summary>The running firmware names its native libraries.</summary>
    Natives,

    /// <summary>Files to drive I:, through the running firmware.</summary>
    Files,

    /// <summary>Wi-Fi into the firmware's own configuration, through the running firmware.</summary>
    Network,

    /// <summary>Resets the board.</summary>
    Restart,
}

/// <summary>One thing to do, in the order of the plan.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Title">For people: "firmware 1.17.0.339 for ESP32_S3_OCTAL".</param>
/// <param name="Command">Program and arguments; empty for <see cref="StepKind.Hand"/>.</param>
internal sealed record FlashStep(StepKind Kind, string Title, IReadOnlyList<string> Command)
{
    public bool IsNanoff => Command.Count > 0 && Command[0] == Nanoff.Program;
}
