using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Sealcam.Host;

namespace Sealcam.Tool.Terminals;

/// <summary>
/// A pseudo-terminal in front of a simulated board, so that any program that opens serial ports can talk to it. Linux and
/// macOS.
/// </summary>
internal sealed partial class PtyLine : IDisposable
{
    private const int ReadWrite = 2, NoControllingTerminal = 0x100, CloseOnExec = 0x80000;

    private readonly SafeFileHandle _master;
    private readonly SafeFileHandle _slave;
    private readonly PipePort _port;
    private volatile bool _stop;

    public PtyLine(PipePort port)
    {
        _port = port;
        int noTerminal = OperatingSystem.IsMacOS() ? 0x20000 : NoControllingTerminal | CloseOnExec;
        int master = Check(OpenPty(ReadWrite | noTerminal));
        _master = new SafeFileHandle(master, true);
        Check(GrantPty(master));
        Check(UnlockPty(master));
        Name = Marshal.PtrToStringUTF8(PtyName(master)) ?? throw new IOException("the pseudo-terminal has no name");

        // Held open, or the master would fail whenever nobody else has it open; raw, or the kernel would echo.
        _slave = new SafeFileHandle(Check(Open(Name, ReadWrite | noTerminal)), true);
        Stty.Run(Name, "raw", "-echo");
    }

    /// <summary>"/dev/pts/7".</summary>
    public string Name { get; }

    public void Start()
    {
        new Thread(FromBoard) { IsBackground = true }.Start();
        new Thread(ToBoard) { IsBackground = true }.Start();
    }

    public void Dispose()
    {
        _stop = true;
        _slave.Dispose();
        _master.Dispose();
    }

    private void FromBoard()
    {
        byte[] buffer = new byte[1024];
        while (!_stop)
        {
            int count = _port.Receive(buffer, 100);
            if (count < 0)
            {
                return;
            }

            for (int sent = 0; sent < count && !_stop;)
            {
                nint written = Write((int)_master.DangerousGetHandle(), ref buffer[sent], count - sent);
                if (written <= 0)
                {
                    return;
                }

                sent += (int)written;
            }
        }
    }

    private void ToBoard()
    {
        byte[] buffer = new byte[1024];
        while (!_stop)
        {
            nint count = Read((int)_master.DangerousGetHandle(), ref buffer[0], buffer.Length);
            if (count <= 0)
            {
                return;
            }

            _port.Send(buffer.AsSpan(0, (int)count));
        }
    }

    private static int Check(int result) =>
        result >= 0 ? result : throw new IOException($"no pseudo-terminal: {Complaint}");

    private static string Complaint => new Win32Exception(Marshal.GetLastPInvokeError()).Message;

    [LibraryImport("libc", EntryPoint = "posix_openpt", SetLastError = true)]
    private static partial int OpenPty(int flags);

    [LibraryImport("libc", EntryPoint = "grantpt", SetLastError = true)]
    private static partial int GrantPty(int master);

    [LibraryImport("libc", EntryPoint = "unlockpt", SetLastError = true)]
    private static partial int UnlockPty(int master);

    [LibraryImport("libc", EntryPoint = "ptsname")]
    private static partial nint PtyName(int master);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int file, ref byte buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int file, ref byte buffer, nint count);
}
