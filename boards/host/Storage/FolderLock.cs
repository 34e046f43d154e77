using System;
using System.IO;

namespace Sealcam.Host;

/// <summary>
/// Keeps a second process (or a second board in this one) out of a folder. Two agents on one flash folder would sign two stills
/// with one order, which every verifier calls a conflict. The system drops the lock when the process ends, however it ends.
/// </summary>
public sealed class FolderLock : IDisposable
{
    private const string Name = "_lock";
    private readonly FileStream _file;

    /// <summary>Makes the folder if it is not there.</summary>
    /// <exception cref="HostException">Somebody has it, or it cannot be made.</exception>
    public FolderLock(string folder)
    {
        try
        {
            DurableFile.MakeFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new HostException($"cannot make the folder {folder}: {e.Message}", e);
        }

        try
        {
            _file = new FileStream(Path.Combine(folder, Name), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new HostException($"cannot write in the folder {folder}: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new HostException($"the folder {folder} is in use by another camera or program: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
    }
}
