namespace Sealcam.Sensors;

/// <summary>Numbers as data sheets write them.</summary>
internal static class Hex
{
    public static string Byte(int value) => "0x" + value.ToString("X2");

    public static string Word(int value) => "0x" + value.ToString("X4");
}
