namespace Sealcam.Tool.Flashing;

/// <summary>Where a board's application is built from, and where its image then lies.</summary>
/// <param name="Project">Project file.</param>
/// <param name="Image">The image that the metadata processor makes of it.</param>
internal sealed record Application(string Project, string Image)
{
    /// <summary>Looks for the source tree: from the current folder upwards, then from this program's upwards.</summary>
    /// <exception cref="UsageException">It is not found.</exception>
    public static Application Find(FlashBoard board)
    {
        string? root = Upwards(Environment.CurrentDirectory, board) ?? Upwards(AppContext.BaseDirectory, board);
        return root == null
            ? throw new UsageException($"boards/{board.Name} is not here: start this in the source tree, or give the "
                + $"application's image "
                + "with --image.")
            : In(root, board);
    }

    /// <summary>The same in a source tree; "" gives paths that are relative to it.</summary>
    public static Application In(string root, FlashBoard board)
    {
        string folder = Path.Combine(root, "boards", board.Name);
        return new Application(Path.Combine(folder, board.Project),
            Path.Combine(folder, "bin", "nano", "Release", "netnano1.0", board.Application + ".bin"));
    }

    private static string? Upwards(string from, FlashBoard board)
    {
        for (var folder = new DirectoryInfo(from); folder != null; folder = folder.Parent)
        {
            if (File.Exists(In(folder.FullName, board).Project))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
