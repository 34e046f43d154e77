namespace Sealcam.Tool.Tests;

/// <summary>
/// A stand-in for nanoff in a folder of its own: a shell script that writes down its arguments, a line for each, and answers
/// as the files beside it say.
/// </summary>
internal sealed class StandIn : IDisposable
{
    /// <summary>
    /// What a call was for stands in its first telling argument. "--update" fails if there is a file "fail---update" with the
    /// status; what it prints is in "say-...", else the usual.
    /// </summary>
    private const string Script = """
        #!/bin/sh
        here="$(dirname "$0")"
        for a in "$@"; do printf '%s\n' "$a" >> "$here/calls"; done
        printf '==\n' >> "$here/calls"
        for f in files.json network.json settings.txt; do
            [ -f "$f" ] && { cp "$f" "$here/seen-$f"; ls -l "$f" | cut -c1-10 > "$here/mode-$f"; }
        done
        pwd > "$here/folder"
        kind="$1"
        for a in "$@"; do [ "$a" = --deploy ] && kind=--deploy; done
        if [ -f "$here/say-$kind" ]; then cat "$here/say-$kind"; fi
        [ -f "$here/fail-$kind" ] && exit "$(cat "$here/fail-$kind")"
        exit 0
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sealcam-flash-tests-");

    public StandIn()
    {
        File.WriteAllText(Program, Script + "\n");
        File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Say("--version", "nanoff 2.5.162+0123456789");
        Say("--nanodevice", Details(Flashing.FlashPins.Natives.Append(Flashing.FlashPins.Dvp)));
        Say("--filedeployment", "Deploying file settings.txt to I:\\settings.txt...OK");
        Say("--networkdeployment", "No operation was performed with the options supplied.\nUpdating network configuration...OK\n"
            + "Updating wireless configuration...OK");
    }

    /// <summary>The folder, for PATH.</summary>
    public string Folder => _folder.FullName;

    public string Program => Path.Combine(Folder, "nanoff");

    /// <summary>The folder that the last call was made in.</summary>
    public string WorkFolder => File.ReadAllText(Path.Combine(Folder, "folder")).Trim();

    /// <summary>The calls so far, each with its arguments.</summary>
    public IReadOnlyList<string[]> Calls
    {
        get
        {
            string path = Path.Combine(Folder, "calls");
            return !File.Exists(path) ? []
                : [.. File.ReadAllText(path).Split("==\n", StringSplitOptions.RemoveEmptyEntries)
                    .Select(call => call.Split('\n', StringSplitOptions.RemoveEmptyEntries))];
        }
    }

    public static string Details(IEnumerable<Flashing.NativeAssembly> natives) => "Native Assemblies:\n"
        + string.Concat(natives.Select(one => $"  {one.Name} v{one.Version}, checksum {one.Checksum}\n"));

    public void Say(string kind, string text) => File.WriteAllText(Path.Combine(Folder, "say-" + kind), text + "\n");

    public void Fail(string kind, int status, string? text = null)
    {
        // A shell takes no more than the 8 bits that a process has.
        File.WriteAllText(Path.Combine(Folder, "fail-" + kind), (status & 255).ToString());
        if (text != null)
        {
            Say(kind, text);
        }
    }

    /// <summary>A file that nanoff found where it was started, and its mode as ls prints it.</summary>
    public (string Text, string Mode) Seen(string name) =>
        (File.ReadAllText(Path.Combine(Folder, "seen-" + name)), File.ReadAllText(Path.Combine(Folder, "mode-" + name)).Trim());

    public void Dispose() => _folder.Delete(recursive: true);
}
