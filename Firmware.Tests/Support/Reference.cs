using System;

namespace Sealcam.Tests;

/// <summary>The digest of PROTOCOL.md 2.4, written plainly over a whole still, to check the one that is made in pieces.</summary>
public static class Reference
{
    public static byte[] Digest(byte[] still, int length)
    {
        var mac = new ManagedMac();
        var key = Ascii.Bytes("sealcam digest 1");
        int leaves = (length + 4095) / 4096;
        var all = new byte[leaves * 32 + 8];
        var leaf = new byte[4096];
        for (int i = 0; i < leaves; i++)
        {
            int count = length - i * 4096 < 4096 ? length - i * 4096 : 4096;
            Array.Clear(leaf, 0, 4096);
            Array.Copy(still, i * 4096, leaf, 0, count);
            mac.Compute(key, leaf, 0, 4096, all, i * 32);
        }

        BigEndian.Put((uint)length, all, leaves * 32 + 4);
        var digest = new byte[32];
        mac.Compute(key, all, 0, all.Length, digest, 0);
        return digest;
    }
}
