using System.IO.Compression;

namespace Sealcam.Tool.Verifying;

/// <summary>The stills behind the paths of a command line: files, folders with all below them, and zip or tar archives.</summary>
internal static class StillFiles
{
    /// <summary>Bytes: no camera makes a larger still, and a verifier need not hold one.</summary>
    private const long MostBytes = 64 << 20;

    private static readonly string[] Endings = [".jpg", ".jpeg"];

    /// <summary>True if the path stands for many stills, which then are judged as a set.</summary>
    public static bool IsSet(string path) => Directory.Exists(path) || IsZip(path) || IsTar(path);

    /// <summary>Name and bytes of each still, one at a time; null bytes for one that is too large to be a still.</summary>
    public static IEnumerable<(string Name, byte[]? Bytes)> Read(string path)
    {
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(IsStill)
                .Order(StringComparer.Ordinal).Select(file => (file, FromFile(file)));
        }

        return IsZip(path) ? FromZip(path) : IsTar(path) ? FromTar(path) : [(path, FromFile(path))];
    }

    private static byte[]? FromFile(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return FromStream(stream, stream.Length);
    }

    private static IEnumerable<(string, byte[]?)> FromZip(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => IsStill(entry.FullName)))
        {
            using Stream stream = entry.Open();
            yield return (entry.FullName, FromStream(stream, entry.Length));
        }
    }

    private static IEnumerable<(string, byte[]?)> FromTar(string path)
    {
        using FileStream file = File.OpenRead(path);
        using Stream plain = path.EndsWith("gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var archive = new System.Formats.Tar.TarReader(plain);
        while (archive.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is Stream stream && IsStill(entry.Name))
            {
                yield return (entry.Name, FromStream(stream, entry.Length));
            }
        }
    }

    /// <summary>Never more than the bound, whatever an archive claims of its own sizes.</summary>
    private static byte[]? FromStream(Stream stream, long length)
    {
        if (length > MostBytes)
        {
            return null;
        }

        using var bytes = new MemoryStream((int)length);
        var part = new byte[81920];
        for (int got; (got = stream.Read(part)) > 0;)
        {
            if (bytes.Length + got > MostBytes)
            {
                return null;
            }

            bytes.Write(part, 0, got);
        }

        return bytes.ToArray();
    }

    private static bool IsStill(string name) => Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static bool IsZip(string path) => File.Exists(path) && path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsTar(string path) => File.Exists(path)
        && (path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase));
}
