using System.CommandLine;

namespace Sealcam.Tool.Commands;

/// <summary>Where a command keeps its files, and what lies where in it.</summary>
internal static class DataFolderOption
{
    public static Option<DirectoryInfo> Create() => new("--data")
    {
        Description = "Folder for stills, index, development CA and simulated cameras.",
        DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(
            System.Environment.GetFolderPath(System.Environment.SpecialFolder.LocalApplicationData, System.Environment.SpecialFolderOption.Create),
            "sealcam")),
    };

    public static string AuthorityFolder(DirectoryInfo data) => Path.Combine(data.FullName, "authority");

    public static string CameraFolder(DirectoryInfo data, string name) => Path.Combine(data.FullName, "cameras", name);
}
