namespace Sealcam.Tool.Flashing;

/// <summary>The image of a firmware build of one's own.</summary>
internal static class OwnFirmware
{
    private const string Name = "nanoCLR.bin";

    /// <summary>A file, or a folder that holds nanoCLR.bin or build/nanoCLR.bin; null for null.</summary>
    /// <exception cref="UsageException">It is not there, or not a .bin: nanoff takes no other (its E9012).</exception>
    public static string? Find(string? given)
    {
        if (given == null)
        {
            return null;
        }

        string[] places = [given, Path.Combine(given, Name), Path.Combine(given, "build", Name)];
        string found = places.FirstOrDefault(File.Exists)
            ?? throw new UsageException($"--firmware: {given} is no file, and no folder with {Name} or build/{Name}.");
        return Path.GetExtension(found) == ".bin" ? Path.GetFullPath(found)
            : throw new UsageException($"--firmware: {found} does not end in .bin, and nanoff takes nothing else.");
    }
}
