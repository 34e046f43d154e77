using System;

namespace Sealcam.Esp32;

/// <summary>The chip's random generator, believed only once the radio has run, and mixed through HMAC.</summary>
/// <remarks>
/// System.Random on ESP32 is esp_random() whatever its seed (nf-interpreter:targets/ESP32/_nanoCLR/targetRandom.cpp), and
/// esp_random() is truly random only while Wi-Fi or Bluetooth runs; before that it is a pseudo-random sequence (ESP-IDF
/// programming guide, Random Number Generation). The pool keeps what was gathered while the radio ran, so that a radio that
/// stops later does not make the output guessable, and each output replaces the pool, so that a later look at RAM does not give
/// earlier outputs.
/// </remarks>
public sealed class RadioEntropy : IEntropy
{
    /// <summary>Bytes of the generator that go into each mix: twice the 32 that come out.</summary>
    private const int Gathered = 64;

    private const int BlockBytes = 32;

    private readonly WifiStation _wifi;
    private readonly IMac _mac;
    private readonly Random _chip = new Random();
    private readonly byte[] _gathered = new byte[Gathered];
    private readonly byte[] _label = new byte[1];
    private readonly byte[] _block = new byte[BlockBytes];
    private readonly byte[] _pool = new byte[BlockBytes];

    public RadioEntropy(WifiStation wifi, IMac mac)
    {
        _wifi = wifi;
        _mac = mac;
    }

    public bool IsGood => _wifi.HasBeenUp;

    public void Fill(byte[] buffer, int offset, int count)
    {
        while (count > 0)
        {
            _chip.NextBytes(_gathered);
            Mix(_gathered, _pool);
            Array.Clear(_gathered, 0, Gathered);

            _label[0] = 1;
            Mix(_label, _block);
            int taken = count < BlockBytes ? count : BlockBytes;
            Array.Copy(_block, 0, buffer, offset, taken);
            Array.Clear(_block, 0, BlockBytes);

            _label[0] = 2;
            Mix(_label, _pool);
            offset += taken;
            count -= taken;
        }
    }

    private void Mix(byte[] data, byte[] target) => _mac.Compute(_pool, data, 0, data.Length, target, 0);
}
