using Sealcam.Verify;

namespace Sealcam.Tool.Run;

/// <summary>The files of a data folder's stills that came after this was made.</summary>
internal sealed class StoredStills
{
    private readonly string _folder;
    private readonly HashSet<string> _before;

    public StoredStills(DirectoryInfo data)
    {
        _folder = Path.Combine(data.FullName, "stills");
        _before = [.. Files()];
    }

    /// <summary>Those that are authentic, of the camera of their folder and of the order of their name.</summary>
    public long CountAuthentic() => Files().Where(file => !_before.Contains(file)).AsParallel().LongCount(IsAuthentic);

    private static bool IsAuthentic(string file) =>
        StillVerifier.Verify(File.ReadAllBytes(file)) is { Verdict: Verdict.Authentic, Token: { } token }
        && Path.GetFileName(Path.GetDirectoryName(file)) == token.Device
        && Path.GetFileNameWithoutExtension(file) == $"{token.BootCount}-{token.Sequence}";

    private IEnumerable<string> Files() =>
        Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, "*.jpg", SearchOption.AllDirectories) : [];
}
