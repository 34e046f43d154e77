using System;

namespace Sealcam.Esp32;

/// <summary>Sees when SNTP has set the platform's clock.</summary>
/// <remarks>
/// The firmware starts SNTP by itself at each new address, with 0.pool.ntp.org and 1.pool.ntp.org, and tells nobody when an
/// answer came (nf-interpreter:targets/ESP32/_common/targetHAL_Network.cpp, initialize_sntp: no call-back). So an answer is
/// seen as a clock that was moved by somebody else. The managed Sntp class is not used: its Server1 hands lwIP a pointer into
/// the managed heap, which the garbage collector moves (nf_networking_sntp_nanoFramework_Networking_Sntp.cpp), and IsStarted
/// reads a 'this' that a static call has not. SNTP is not authenticated: what comes from here has the quality network, and
/// never more.
/// </remarks>
public sealed class NetworkTime
{
    /// <summary>2026-01-01: no SNTP server is earlier than this program.</summary>
    private const long Earliest = 1767225600;

    /// <summary>Seconds: two clocks that round to whole seconds differ by up to 1 without anybody having moved them.</summary>
    private const int Rounding = 2;

    private readonly Esp32Clock _clock;

    public NetworkTime(Esp32Clock clock)
    {
        _clock = clock;
    }

    /// <summary>
    /// True, with the time in Unix seconds, when SNTP has moved the platform's clock since the last call or the last Set of the
    /// clock. An answer that agrees with the clock within 2 s is not seen, and changes nothing. If a time was set before, it is
    /// put back: whether the network's time is taken is for the agent to say.
    /// </summary>
    public bool TryNetworkTime(out long unixSeconds)
    {
        unixSeconds = DateTime.UtcNow.ToUnixTimeSeconds();
        long moved = unixSeconds - _clock.UnixSeconds;
        if (unixSeconds < Earliest || (moved >= -Rounding && moved <= Rounding))
        {
            return false;
        }

        if (_clock.IsSet)
        {
            _clock.Restore();
        }

        return true;
    }
}
