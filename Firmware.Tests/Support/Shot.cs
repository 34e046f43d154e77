namespace Sealcam.Tests;

/// <summary>What <see cref="FakeCamera"/> does on one trigger.</summary>
public static class Shot
{
    public const int Good = 0;
    public const int ThrowsAtTrigger = 1;
    public const int ThrowsAtPoll = 2;
    public const int NeverReady = 3;
    public const int Torn = 4;          // announces more than it gives
    public const int NoEnd = 5;         // the last bytes are lost
    public const int NotJpeg = 6;
    public const int Sealed = 7;        // carries a token already
    public const int Empty = 8;
    public const int TooLarge = 9;
    public const int Padded = 10;
    public const int Dribbled = 11;     // 700 bytes a read, every other read nothing
    public const int Stalls = 12;       // stops in the middle
    public const int ThrowsInRead = 13;
    public const int Kinds = 14;

    /// <summary>True for those that end as a still.</summary>
    public static bool IsStill(int shot) => shot == Good || shot == Padded || shot == Dribbled;

    /// <summary>True for those in which the sensor fails, as against what it gives being refused.</summary>
    public static bool IsFault(int shot) =>
        shot == ThrowsAtTrigger || shot == ThrowsAtPoll || shot == NeverReady || shot == Stalls || shot == ThrowsInRead;
}
