using Sealcam.Provision;

namespace Sealcam.Tool.Flashing;

/// <summary>What the user should know before it is done, in sentences.</summary>
internal static class FlashNotes
{
    private const string DvpPage = "Firmware/Esp32/Native/README.md";

    public static IReadOnlyList<string> Of(FlashRequest request, string? newerFirmware, bool device, bool console)
    {
        var notes = new List<string>();
        void Add(bool when, string note)
        {
            if (when)
            {
                notes.Add(note);
            }
        }

        Add(newerFirmware != null, newerFirmware ?? "");
        Add(request.Board.NeedsDvp && request.ClrFile == null && !request.KeepFirmware,
            $"Stock firmware has no driver for this board's sensor: it will say so and capture nothing. {DvpPage} "
                + $"says how the image with "
            + "the driver is built; give it with --firmware.");
        Add(request.Board.Old != null && !request.KeepFirmware,
            $"{request.Board.Target} is for chips from revision 3 on; an older one restarts for ever with it. "
                + $"'nanoff --platform esp32 --serialport {request.Port} --devicedetails' names the revision; before 3, "
                + "give --old-chip.");
        Add(!device, "Without --device no identity is written: a board that has none captures nothing until it is provisioned.");
        Add(request.Files.Any(file => file.Name == FlashFiles.Identity),
            $"{FlashFiles.Identity} gives the board an identity, once: {Deployments.ListName} of the device's folder notes it. If it has "
                + "run before by other ways, its order count starts anew, and the receiver raises a conflict: provision --reissue first.");
        Add(request.Files.Any(file => file.Shown != null),
            $"{ConfigFile.Name} on the board is replaced as a whole; what is not given goes to its default.");
        Add(request.Wifi != null && request.Files.All(file => file.Name != ConfigFile.Name),
            $"The network is stored in the firmware; a {ConfigFile.Name} on the board that names one goes before it.");
        Add(request.Erase, "The whole flash is erased first: identity, order count, settings and kept stills are gone for good.");
        Add(!console, "Without --console nobody listens to the board's first line; 'sealcam console PORT' opens its "
            + "console, which is not on the port that it is flashed through.");
        return notes;
    }
}
