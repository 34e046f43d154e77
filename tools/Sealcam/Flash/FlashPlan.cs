using System.Globalization;

namespace Sealcam.Tool.Flashing;

/// <summary>
/// The steps for a request. Pure: a dry run prints what a run carries out. First what goes through the chip's boot loader,
/// then what needs the firmware running, with the application in place: without one the runtime may stay in its initial
/// state, in which nanoff writes no files (its DeviceHelper.cs).
/// </summary>
internal static class FlashPlan
{
    /// <summary>Names of the JSON files in the folder that nanoff is started in.</summary>
    public const string FilesJson = "files.json", NetworkJson = "network.json";

    /// <summary>
    /// At nanoff's usual verbosity an update moves the cursor, which ends it before anything is written if its output is not a
    /// terminal (Esp32Operations.cs: SetCursorPosition one line above the first).
    /// </summary>
    private static readonly string[] Plainly = ["-v", "m"];

    public static IReadOnlyList<FlashStep> Make(FlashRequest request)
    {
        var steps = new List<FlashStep> { Step(StepKind.Version, "nanoff", "--version") };
        if (request.Project != null)
        {
            steps.Add(new FlashStep(StepKind.Build, "application's image",
                ["dotnet", "build", request.Project, "-p:Nano=true", "-c", "Release"]));
        }

        if (!request.KeepFirmware)
        {
            Hand(steps, request.Board.ToFlash);
            steps.Add(Firmware(request));
        }

        Hand(steps, request.Board.ToFlash);
        steps.Add(Step(StepKind.Application, $"application to {request.Board.DeployAddress}", [
            "--target", request.Board.Target, "--serialport", request.Port, "--deploy", "--image", request.Image,
            "--address", request.Board.DeployAddress, .. Baud(request), .. Plainly]));
        Hand(steps, request.Board.ToRun);
        steps.Add(Step(StepKind.Natives, "native libraries of the firmware",
            "--nanodevice", "--devicedetails", "--serialport", request.Port));

        // The port stands in the JSON only: older versions of nanoff take --serialport for an update of an ESP32.
        if (request.Files.Count > 0)
        {
            string names = string.Join(", ", request.Files.Select(file => file.Name));
            steps.Add(Step(StepKind.Files, $"files: {names}", "--filedeployment", FilesJson));
        }

        if (request.Wifi != null)
        {
            steps.Add(Step(StepKind.Network, $"Wi-Fi {request.Wifi.Ssid}", "--networkdeployment", NetworkJson));
        }

        steps.Add(Restart(request));
        return steps;
    }

    private static FlashStep Firmware(FlashRequest request)
    {
        string[] own = request.ClrFile == null ? [] : ["--clrfile", request.ClrFile];
        string[] erase = request.Erase ? ["--masserase"] : [];
        string what = request.ClrFile == null ? "" : $", with {Path.GetFileName(request.ClrFile)}";
        return Step(StepKind.Firmware, $"firmware {request.Firmware} for {request.Board.Target}{what}", [
            "--update", "--target", request.Board.Target, "--serialport", request.Port,
            "--fwversion", request.Firmware.ToString(), .. own, .. erase, .. Baud(request), .. Plainly]);
    }

    /// <summary>Reading the chip's details goes through its boot loader, and ends with a reset.</summary>
    private static FlashStep Restart(FlashRequest request) => request.Board.ToRun is { } hand
        ? new FlashStep(StepKind.Hand, hand, [])
        : Step(StepKind.Restart, "restart",
            ["--platform", "esp32", "--serialport", request.Port, "--devicedetails", .. Baud(request)]);

    private static string[] Baud(FlashRequest request) =>
        request.Baud is { } baud ? ["--baud", baud.ToString(CultureInfo.InvariantCulture)] : [];

    private static void Hand(List<FlashStep> steps, string? what)
    {
        if (what != null)
        {
            steps.Add(new FlashStep(StepKind.Hand, what, []));
        }
    }

    private static FlashStep Step(StepKind kind, string title, params string[] arguments) =>
        new(kind, title, [Nanoff.Program, .. arguments]);
}
