namespace Sealcam.Tool.Flashing;

/// <summary>
/// A temporary folder of this user alone with the files that nanoff reads. It holds the Wi-Fi password, and goes when this is
/// disposed.
/// </summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sealcam-flash-");  // 0700 on Unix

    public WorkFolder(FlashRequest request)
    {
        if (request.Files.Count > 0)
        {
            Write(FlashPlan.FilesJson, DeploymentJson.Files(request.Port, request.Files));
        }

        if (request.Wifi != null)
        {
            Write(FlashPlan.NetworkJson, DeploymentJson.Network(request.Port, request.Wifi, masked: false));
        }

        foreach (DeployedFile file in request.Files)
        {
            if (file.Made != null)
            {
                Write(file.Path, file.Made);
            }
        }
    }

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    private void Write(string name, byte[] bytes)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(System.IO.Path.Combine(Path, name), options);
        file.Write(bytes);
    }
}
