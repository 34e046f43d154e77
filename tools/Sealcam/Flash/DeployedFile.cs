namespace Sealcam.Tool.Flashing;

/// <summary>A file for drive I: of the board.</summary>
/// <param name="Name">Name on the drive.</param>
/// <param name="Path">Where it lies here; for a made one its name in the folder that nanoff is started in.</param>
/// <param name="Made">Its bytes, if this program makes it; null if it lies at <paramref name="Path"/>.</param>
/// <param name="Shown">What a dry run shows of a made one, secrets masked; null for others.</param>
internal sealed record DeployedFile(string Name, string Path, byte[]? Made = null, string? Shown = null)
{
    /// <summary>Characters of a name that the firmware's store takes (FlashStore.NameMax).</summary>
    private const int NameMax = 31;

    /// <summary>Bytes: the drive has 256 KB on the smallest board.</summary>
    private const int LengthMax = 64 * 1024;

    /// <summary>A file as it lies here.</summary>
    /// <exception cref="UsageException">It is not one that a board can take.</exception>
    public static DeployedFile From(string path, string? name = null)
    {
        var file = new FileInfo(path);
        name ??= file.Name;
        if (!file.Exists)
        {
            throw new UsageException($"There is no file {path}.");
        }

        if (name.Length > NameMax || name.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '_')))
        {
            throw new UsageException($"{path}: names on the board have at most {NameMax} letters, digits, '.', '-' or '_'.");
        }

        return file.Length is > 0 and <= LengthMax ? new DeployedFile(name, file.FullName)
            : throw new UsageException($"{path} is empty or longer than {LengthMax} bytes.");
    }
}
