namespace Sealcam.Tests;

/// <summary>What <see cref="FakeServer"/> and <see cref="FakeLink"/> do with one exchange.</summary>
public static class Answer
{
    public const int Receipt = 0;          // 201 and the right receipt
    public const int Dribbled = 1;         // the same, one byte a read
    public const int Chunked = 2;          // the same, in chunks of 10 bytes
    public const int Interim = 3;          // 100 and 103 before it
    public const int InterimEarly = 4;     // 102 before the still is through, then the same
    public const int Longer = 5;           // a receipt with elements that this version does not know
    public const int Closing = 6;          // the receipt, then the connection closes, as announced
    public const int Had = 7;              // 200: it was there already
    public const int OtherStill = 8;       // a receipt for another sequence
    public const int WrongDigest = 9;
    public const int NoReceipt = 10;       // 200 and a web page, as a captive portal gives
    public const int Garbage = 11;         // not HTTP
    public const int HalfAnswer = 12;      // the connection closes in the middle of the receipt
    public const int Failed = 13;          // 500
    public const int Busy = 14;            // 503 with Retry-After: 7
    public const int NotFound = 15;        // 404 and a long web page
    public const int Moved = 16;           // 302
    public const int Suspended = 17;       // 403 with our error body
    public const int BareTooLarge = 18;    // 413 of a proxy, without our error body
    public const int CloseMidStill = 19;   // the server closes after the first bytes, in silence
    public const int BreakMidStill = 20;   // the second write throws
    public const int CloseAfterStill = 21; // it reads everything and closes without an answer
    public const int Mute = 22;            // it never answers
    public const int ResolveThrows = 23;
    public const int ConnectThrows = 24;
    public const int CloseIdle = 25;       // it closes the open connection before the still begins
    public const int SpeakIdle = 26;       // it speaks on the open connection before it was asked

    // From here on the still is set aside.
    public const int Refusals = 27;
    public const int Conflict = 27;        // 409 with our error body
    public const int Unsigned = 28;        // 422
    public const int TooLarge = 29;        // 413 after the whole still
    public const int TooLargeEarly = 30;   // 413 as soon as the head was there
    public const int TooLargeReset = 31;   // 413 and a reset: a write throws before the answer is read
    public const int Kinds = 32;
}
