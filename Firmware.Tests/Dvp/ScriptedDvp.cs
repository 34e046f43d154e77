using System;
using Sealcam.Dvp;

namespace Sealcam.Tests;

/// <summary>The native side, by a test's script: answers, and what was called, as letters (O T P A R L C).</summary>
public sealed class ScriptedDvp : IDvp
{
    public string Calls = "";
    public int OpenAnswer, TriggerAnswer, PollAnswer, ReadAnswer = int.MaxValue, FaultDetail, Age;
    public bool Absent;
    public int Id;
    public int[] Config;
    public int Settle;

    public int Open(int[] config)
    {
        Calls += "O";
        Config = config;
        return OpenAnswer;
    }

    public int Trigger(int settle)
    {
        Calls += "T";
        Settle = settle;
        return TriggerAnswer;
    }

    public int Poll()
    {
        Calls += "P";
        return PollAnswer;
    }

    public int AgeMs() => Age;

    public int Read(int position, byte[] buffer, int offset, int count)
    {
        Calls += "R";
        if (ReadAnswer != int.MaxValue)
        {
            return ReadAnswer;
        }

        int left = PollAnswer - position;
        int read = count < left ? count : left;
        for (int i = 0; i < read; i++)
        {
            buffer[offset + i] = (byte)(position + i);
        }

        return read;
    }

    public int Release()
    {
        Calls += "L";
        return 0;
    }

    public int Close()
    {
        Calls += "C";
        return 0;
    }

    public int Detail() => FaultDetail;

    public int SensorId() => Absent ? throw new NotSupportedException() : Id;
}
