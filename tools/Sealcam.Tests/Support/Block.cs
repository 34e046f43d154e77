namespace Sealcam.Tool.Tests.Support;

/// <summary>A file in place of the folder in which the server stores a camera's stills: it can store none.</summary>
internal sealed class Block : IDisposable
{
    private readonly string _folder;

    public Block(string folder)
    {
        _folder = folder;
        Directory.Move(folder, folder + ".aside");
        File.WriteAllText(folder, "");
    }

    public void Dispose()
    {
        File.Delete(_folder);
        Directory.Move(_folder + ".aside", _folder);
    }
}
