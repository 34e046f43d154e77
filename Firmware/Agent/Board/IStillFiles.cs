namespace Sealcam;

/// <summary>
/// Large files that survive power loss, for kept stills: a folder on littlefs, an SD card, a directory. Names are as for
/// <see cref="IStore"/>. Every method may throw; the agent then keeps in RAM what it can and counts what it cannot.
/// </summary>
/// <remarks>
/// What a power cut leaves, which an implementation must not promise more than (littlefs on ESP32): a file that was created but
/// not closed is absent, empty, or holds any first part of what was appended, whatever was flushed; a file that was closed is
/// whole; a deleted file is gone or, if the cut came in the call, still whole.
/// </remarks>
public interface IStillFiles
{
    /// <summary>The names of all files, in any order, foreign ones too. Called once a boot; it allocates.</summary>
    string[] List();

    /// <summary>Bytes of the file, or -1 if there is none.</summary>
    int Length(string name);

    /// <summary>
    /// Makes an empty file, in place of one of that name, and opens it. One file is open for writing at a time.
    /// </summary>
    void Create(string name);

    /// <summary>Adds to the open file.</summary>
    void Append(byte[] buffer, int offset, int count);

    /// <summary>Closes the open file. It is durable when this returns, and not before.</summary>
    void Close();

    /// <summary>
    /// Reads exactly <paramref name="count"/> bytes at <paramref name="position"/> of a closed file, or throws. Reads come in
    /// rising positions of one file, so an implementation may leave it open until another file is read or this one is deleted.
    /// </summary>
    void Read(string name, int position, byte[] buffer, int offset, int count);

    /// <summary>Deletes the file if there is one; also the open one, which is then no longer open.</summary>
    void Delete(string name);
}
