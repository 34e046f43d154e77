namespace Sealcam.Tests;

/// <summary>HMAC-SHA256 whose calls numbered <see cref="From"/> to <see cref="To"/> give 2^256 - 1 instead: no k.</summary>
public sealed class HighMac : IMac
{
    private readonly ManagedMac _mac = new ManagedMac();

    public int From { get; set; }

    public int To { get; set; }

    public int Calls { get; private set; }

    public void Compute(byte[] key, byte[] data, int offset, int count, byte[] mac, int macOffset)
    {
        _mac.Compute(key, data, offset, count, mac, macOffset);
        Calls++;
        if (Calls >= From && Calls <= To)
        {
            for (int i = 0; i < 32; i++)
            {
                mac[macOffset + i] = 0xFF;
            }
        }
    }
}
