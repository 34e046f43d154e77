using Sealcam.Provision;

namespace Sealcam.Tool.Flashing;

/// <summary>
/// The folder of one device, as provisioning makes it: its files for drive I: lie in "flash", or in the folder itself.
/// </summary>
internal static class DeviceFolder
{
    /// <summary>The files, by name; hidden ones are left out.</summary>
    /// <exception cref="UsageException">The folder has none, or one that a board cannot take.</exception>
    public static IReadOnlyList<DeployedFile> Files(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new UsageException($"There is no folder {folder.FullName}.");
        }

        var flash = new DirectoryInfo(Path.Combine(folder.FullName, "flash"));
        List<DeployedFile> files = [
            .. (flash.Exists ? flash : folder).EnumerateFiles()
                .Where(file => !file.Name.StartsWith('.') && file.Name != Deployments.ListName)
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => DeployedFile.From(file.FullName))];
        return files.Count > 0 ? files : throw new UsageException($"{(flash.Exists ? flash : folder).FullName} has no files.");
    }
}
