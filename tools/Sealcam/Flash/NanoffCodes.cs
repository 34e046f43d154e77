namespace Sealcam.Tool.Flashing;

/// <summary>Every exit code of nanoff (its ExitCodes.cs, 2.5) with what to do about it.</summary>
internal static class NanoffCodes
{
    /// <summary>Codes of other chips' tools: nanoff gives them only if it takes the board for something that it is not.</summary>
    private static readonly (int Code, string What)[] OtherChips =
    [
        (1000, "found no DFU device"), (1002, "misses a DFU file"), (1003, "could not flash over DFU"),
        (1004, "has a package without DFU"), (1005, "cannot reach a DFU device"), (1006, "could not start a DFU device"),
        (3000, "could not flash a Pico"), (3001, "found no UF2 drive"), (3002, "could not copy to a UF2 drive"),
        (3003, "has a bad UF2 file"), (3004, "found no RP2040 or RP2350"), (3005, "waited in vain for a UF2 drive"),
        (3006, "found several Picos"), (5000, "could not run ST's programmer"), (5001, "found no JTAG device"),
        (5002, "cannot reach a JTAG device"), (5003, "misses a HEX file"), (5004, "misses a BIN file"),
        (5005, "could not erase an STM32"), (5006, "could not write an STM32"), (5007, "got a BIN file without an address"),
        (5008, "got an address that is not hexadecimal"), (5009, "got more addresses than files, or fewer"),
        (5010, "could not reset an STM32"), (5022, "read back other bytes than it wrote"), (5030, "has no native DFU here"),
        (5031, "failed in native DFU"), (5040, "has no native SWD here"), (5041, "failed in native SWD"),
        (7000, "met an unsupported TI device"), (8000, "could not run J-Link"), (8001, "found no J-Link device"),
        (8002, "could not run silink"), (8003, "cannot take a path with blanks or accents"),
    ];

    private const string Boot = "put the board into its boot loader (its README says how: BOOT or IO0 held while it "
        + "is reset), and run the "
        + "same command again";
    private const string Running = "press the board's reset button, see that nothing else has its port open, and run "
        + "the same command again";
    private const string Slower = "try another USB cable without a hub, and a lower rate: --baud 115200";

    private static readonly (int Code, string Sentence)[] Esp32 =
    [
        (2000, $"The firmware on the board does not answer: {Running}"),
        (2001, $"nanoff cannot reach the firmware on the board: {Running}"),
        (2002, $"The firmware on the board answered and then refused: {Running}; if it stays so, flash the firmware again"),
        (2003, $"nanoff could not carry out a deployment of files or Wi-Fi: {Running}"),
        (4000, $"The chip's boot loader does not answer: {Boot}"),
        (4001, "No firmware is made for the size of this chip's flash: see that the board is the one that you named"),
        (4002, $"The flash could not be erased: {Slower}"),
        (4003, $"The flash could not be written: {Slower}"),
        (4004, $"The flash could not be read: {Slower}"),
        (4005, "The port cannot be opened: see its name with 'nanoff --listports'; on Linux your user must be in the "
            + "group dialout"),
        (6000, "The port is not there or another program has it: close consoles and IDEs, and see 'nanoff --listports'"),
        (6001, "nanoff got no port: give --port"),
        (6002, "Another nanoFramework program holds the board: close Visual Studio, VS Code and other nanoff runs"),
        (9000, $"nanoff does not understand its command line, so it is another version than this was made for: "
            + $"{Nanoff.UpdateCommand}"),
        (9002, "nanoff cannot make its backup folder: see that your temporary folder can be written"),
        (9003, "nanoff cannot delete an old backup: see that your temporary folder can be written"),
        (9004, "nanoff got a backup file without a folder, which this program never asks for: update nanoff"),
        (9005, "This firmware version is not in nanoff's repository: 'nanoff --listtargets --platform esp32' lists "
            + "what is; give a newer "
            + "one with --fwversion"),
        (9006, "nanoff cannot make its download folder: see that there is room in .nanoFramework in your home folder"),
        (9007, "The firmware could not be downloaded: see that this machine reaches dl.cloudsmith.io, and try again"),
        (9008, "The application's image is not there: build it, or see --image"),
        (9009, "nanoff does not take the deploy address: update nanoff"),
        (9010, $"nanoff found no board: plug it in, and see 'nanoff --listports'; if it is there, {Boot}"),
        (9011, "The file of --firmware is not there: see its path"),
        (9012, "The file of --firmware is no firmware: it must end in .bin"),
        (9013, "nanoff does not know the platform esp32, so it is not the one that this was made for: update nanoff"),
        (9014, "nanoff cannot clear its cache: delete .nanoFramework in your home folder by hand"),
        (9015, "The target is not in the firmware archive, which this program never asks for: update nanoff"),
    ];

    /// <summary>A sentence for each code.</summary>
    public static IReadOnlyDictionary<int, string> All { get; } = Esp32
        .Concat(OtherChips.Select(one => (one.Code, Sentence: $"nanoff {one.What}, so it took the board for another "
            + $"kind: see that --port is "
            + $"the board's, and update nanoff with '{Nanoff.UpdateCommand}'")))
        .ToDictionary(one => one.Code, one => one.Sentence);

    /// <summary>
    /// The code that an exit status stands for: on Unix a status has 8 bits, so only the code's low byte arrives. No two
    /// codes share it. Null if it is none.
    /// </summary>
    public static int? FromStatus(int status)
    {
        int[] found = [.. All.Keys.Where(code => code == status || (status < 256 && (code & 255) == status))];
        return found.Length == 1 ? found[0] : null;
    }
}
