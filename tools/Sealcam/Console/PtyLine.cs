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

    private const short Readable = 1, Writable = 4;
    private const int LookMs = 100;

    private readonly SafeFileHandle _master;
    private readonly SafeFileHandle _slave;
    private readonly PipePort _port;
    private readonly Thread[] _threads;
    private volatile bool _stop;

    public PtyLine(PipePort port)
    {
        _port = port;
        _threads = [new Thread(FromBoard) { IsBackground = true }, new Thread(ToBoard) { IsBackground = true }];
        int noTerminal = OperatingSystem.IsMacOS() ? 0x20000 : NoControllingTerminal | CloseOnExec;
        int noWaiting = OperatingSystem.IsMacOS() ? 0x4 : 0x800;
        int master = Check(OpenPty(ReadWrite | noTerminal | noWaiting));
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
        foreach (Thread thread in _threads)
        {
            thread.Start();
        }
    }

    /// <summary>Whoever has the terminal open finds it hung up, as a serial port whose board is unplugged.</summary>
    public void Dispose()
    {
        // The threads end first: a descriptor that is closed under a call stays open in the kernel until the call returns.
        _stop = true;
        foreach (Thread thread in _threads.Where(thread => thread.IsAlive))
        {
            thread.Join();
        }

        _slave.Dispose();
        _master.Dispose();
    }

    private int Master => (int)_master.DangerousGetHandle();

    private void FromBoard()
    {
        byte[] buffer = new byte[1024];
        while (!_stop)
        {
            int count = _port.Receive(buffer, LookMs);
            for (int sent = 0; sent < count && !_stop;)
            {
                sent += IsReady(Writable) ? (int)Math.Max(0, Write(Master, ref buffer[sent], count - sent)) : 0;
            }

            _stop |= count < 0;
        }
    }

    private void ToBoard()
    {
        byte[] buffer = new byte[1024];
        while (!_stop)
        {
            int count = IsReady(Readable) ? (int)Read(Master, ref buffer[0], buffer.Length) : 0;
            _port.Send(buffer.AsSpan(0, Math.Max(0, count)));
        }
    }

    private bool IsReady(short what)
    {
        var one = new Poll { File = Master, Wanted = what };
        return WaitFor(ref one, 1, LookMs) > 0 && (one.Found & what) != 0;
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

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int WaitFor(ref Poll poll, nuint count, int timeoutMs);

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int file, ref byte buffer, nint count);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int file, ref byte buffer, nint count);

    /// <summary>struct pollfd of poll(2).</summary>
    private struct Poll
    {
        public int File;
        public short Wanted;
        public short Found;
    }
}
