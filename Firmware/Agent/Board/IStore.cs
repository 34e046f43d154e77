namespace Sealcam;

/// <summary>
/// Small named files that survive power loss. Names are [a-z0-9.-], at most 31 characters. Every method may throw; the agent
/// treats a throw from Read as an unreadable file and a throw from Write as a failed commit.
/// </summary>
public interface IStore
{
    /// <summary>
    /// Reads the file's first bytes into <paramref name="buffer"/>. Returns the file's length, or -1 if there is none.
    /// </summary>
    int Read(string name, byte[] buffer);

    /// <summary>
    /// Replaces the file; durable when it returns. On ESP32 only closing makes a littlefs file durable, Flush() does not, so an
    /// implementation closes before it returns. A power cut may leave the old bytes, the new ones, or a torn file.
    /// </summary>
    void Write(string name, byte[] buffer, int count);

    /// <summary>Deletes the file if there is one.</summary>
    void Delete(string name);
}
