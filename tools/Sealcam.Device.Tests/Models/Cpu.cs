using System;
using System.Collections.Generic;
using System.Threading;

namespace Sealcam.Esp32;

/// <summary>
/// The scheduler of the managed threads, in the device's time: one runs until it waits, then the others, timers and events whose time
/// has come.
/// </summary>
/// <remarks>
/// A program that asked for a restart, or for the sleep, runs on until it waits next: the engine looks at the flag between two
/// threads (nf-interpreter:src/CLR/Core/Execution.cpp, Reboot and ScheduleThreads).
/// </remarks>
internal static class Cpu
{
    private static readonly PriorityQueue<Action, (long Ms, int Number)> s_later = new();
    private static int s_number;

    /// <summary>Of objects that nobody holds, until a collection finds them; then a thread of their own runs them.</summary>
    public static List<Action> Finalizers { get; } = [];

    /// <summary>ms until a thread that was started has its turn.</summary>
    public static int ThreadAfterMs { get; set; }

    public static void Clear()
    {
        s_later.Clear();
        Finalizers.Clear();
        ThreadAfterMs = 0;
        AutoResetEvent.Fault = null;
    }

    public static void Collect()
    {
        foreach (Action finalizer in Finalizers)
        {
            Later(0, finalizer);
        }

        Finalizers.Clear();
    }

    public static void Later(long ms, Action what) => s_later.Enqueue(what, (Device.UptimeMs + ms, s_number++));

    /// <summary>
    /// Lets the others run for so long, or until <paramref name="wakes"/>; true if it did. Every wait takes a moment: a loop that never
    /// sleeps must not stop the time.
    /// </summary>
    public static bool Wait(long ms, Func<bool> wakes)
    {
        long end = Device.UptimeMs + Math.Max(ms, 1);
        while (Device.Gone == null)
        {
            while (Device.Gone == null && s_later.TryPeek(out _, out var due) && due.Ms <= Device.UptimeMs)
            {
                Run(s_later.Dequeue());
            }

            if (wakes() || Device.UptimeMs >= end)
            {
                return Device.Gone == null ? wakes() : throw new GoneException(Device.Gone);
            }

            long next = s_later.TryPeek(out _, out var first) ? Math.Min(first.Ms, end) : end;
            Device.Pass(Math.Max(next - Device.UptimeMs, 0));
        }

        throw new GoneException(Device.Gone);
    }

    public static void Wait(long ms) => Wait(ms, static () => false);

    private static void Run(Action what)
    {
        try
        {
            what();
        }
        catch (Exception e)
        {
            // The thread ends, and nobody is told.
            Device.Deaths.Add("a thread ended by " + e.Message);
        }
    }
}

public sealed class AutoResetEvent(bool isSet)
{
    private bool _isSet = isSet;

    /// <summary>What waiting throws from now on, or null.</summary>
    public static Exception Fault { get; set; }

    public void Set() => _isSet = true;

    public bool WaitOne(int ms, bool exitContext)
    {
        if (Fault != null && Device.Gone == null)
        {
            throw Fault;
        }

        bool woken = !exitContext && Cpu.Wait(ms, () => _isSet);
        _isSet &= !woken;
        return woken;
    }
}

internal sealed class Thread(ThreadStart run)
{
    /// <summary>No memory for another one.</summary>
    public static bool FailsToStart { get; set; }

    public void Start()
    {
        if (FailsToStart)
        {
            throw new OutOfMemoryException();
        }

        Cpu.Later(Cpu.ThreadAfterMs, () => run());
    }

    public static void Sleep(int ms) => Cpu.Wait(ms);
}

internal sealed class Timer : IDisposable
{
    private readonly TimerCallback _tick;
    private readonly int _periodMs;
    private bool _disposed;

    public Timer(TimerCallback tick, object state, int dueMs, int periodMs)
    {
        _ = state;
        _tick = tick;
        _periodMs = periodMs;
        Cpu.Later(dueMs, Tick);
    }

    public void Dispose() => _disposed = true;

    private void Tick()
    {
        if (!_disposed)
        {
            Cpu.Later(_periodMs, Tick);
            _tick(null);
        }
    }
}
