using System.Buffers.Binary;

namespace Sealcam.Verify;

/// <summary>
/// The walk over the marker segments of a JPEG (ITU-T T.81 B.1.1), from SOI to the header of the first SOS. Entropy-coded data
/// are not looked at: the digest covers them.
/// </summary>
internal readonly ref struct JpegWalk
{
    private const byte Tem = 0x01, Sof0 = 0xC0, SofLast = 0xCF, Dht = 0xC4, Jpg = 0xC8, Dac = 0xCC;
    private const byte Rst0 = 0xD0, Rst7 = 0xD7, Soi = 0xD8, Eoi = 0xD9, Sos = 0xDA, Dqt = 0xDB;

    private JpegWalk(string? fault, int seals, int marker, int length)
    {
        Fault = fault;
        Seals = seals;
        Marker = marker;
        Length = length;
    }

    /// <summary>Why the file cannot be walked, or null.</summary>
    public string? Fault { get; }

    /// <summary>How many segments carry the Sealcam UUID.</summary>
    public int Seals { get; }

    /// <summary>
    /// Offset of the first FF of the first such segment's marker, fill bytes included: 2 only if the segment follows SOI; and
    /// whether there are fill bytes shows in the byte after it.
    /// </summary>
    public int Marker { get; }

    /// <summary>Bytes of that segment from its first FF to its end.</summary>
    public int Length { get; }

    public static JpegWalk Over(ReadOnlySpan<byte> file)
    {
        if (file.Length < 2 || file[0] != 0xFF || file[1] != Soi)
        {
            return Stop("The file does not begin as a JPEG does.");
        }

        bool frame = false, table = false;
        int at = 2, seals = 0, first = 0, firstLength = 0;
        while (true)
        {
            int marker = at;
            string? fault = NextCode(file, ref at, out byte code);
            if (fault is not null)
            {
                return Stop(fault);
            }

            if (code == Tem || code is >= Rst0 and <= Rst7)
            {
                continue;
            }

            if (code is Soi or Eoi)
            {
                return Stop("A marker stands where it may not.");
            }

            int end = SegmentEnd(file, at);
            if (end < 0)
            {
                return Stop("A segment reaches beyond the end of the file.");
            }

            if (code == Sos)
            {
                return frame && table ? new JpegWalk(null, seals, first, firstLength)
                    : Stop("The scan begins before a frame header and a quantisation table.");
            }

            frame |= code is >= Sof0 and <= SofLast and not (Dht or Jpg or Dac);
            table |= code == Dqt;
            if (code == Protocol.App11 && CarriesUuid(file[(at - 2)..end]) && seals++ == 0)
            {
                first = marker;
                firstLength = end - marker;
            }

            at = end;
        }
    }

    private static JpegWalk Stop(string fault) => new(fault, 0, 0, 0);

    /// <summary>Moves <paramref name="at"/> behind the next marker, over any fill bytes (T.81 B.1.1.2).</summary>
    private static string? NextCode(ReadOnlySpan<byte> file, ref int at, out byte code)
    {
        code = 0;
        if (at < file.Length && file[at] != 0xFF)
        {
            return "There is no marker where one must be.";
        }

        int ahead = file[at..].IndexOfAnyExcept((byte)0xFF);
        if (ahead < 0)
        {
            return "The file ends before the scan.";
        }

        code = file[at + ahead];
        at += ahead + 1;
        return code == 0 ? "There is no marker where one must be." : null;
    }

    /// <summary>Offset behind the segment whose length field is at <paramref name="at"/>, or -1.</summary>
    private static int SegmentEnd(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < 2)
        {
            return -1;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        return length < 2 || length > file.Length - at ? -1 : at + length;
    }

    /// <summary>
    /// True if an APP11 segment, from the last FF of its marker on, is one of ours by the bytes of PROTOCOL.md 4.1.
    /// </summary>
    private static bool CarriesUuid(ReadOnlySpan<byte> segment) =>
        segment.Length >= Protocol.UuidOffset + Protocol.Uuid.Length
        && BinaryPrimitives.ReadUInt16BigEndian(segment[4..]) == Protocol.CommonIdentifier
        && BinaryPrimitives.ReadUInt32BigEndian(segment[16..]) == Protocol.TypeSuperbox
        && BinaryPrimitives.ReadUInt32BigEndian(segment[24..]) == Protocol.TypeDescription
        && segment.Slice(Protocol.UuidOffset, Protocol.Uuid.Length).SequenceEqual(Protocol.Uuid);
}
