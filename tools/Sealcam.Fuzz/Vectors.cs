namespace Sealcam.Fuzz;

public static class Vectors { public static void Write(string folder) { } }
