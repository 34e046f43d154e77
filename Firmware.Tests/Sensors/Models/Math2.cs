namespace Sealcam.Tests.Models;

/// <summary>System.Math is a package of its own on nanoFramework.</summary>
internal static class Math2
{
    public static int Least(int a, int b) => a < b ? a : b;
}
