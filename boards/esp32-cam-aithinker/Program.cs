namespace Sealcam.Boards;

public static class Program
{
    public static void Main() => Board.Make().Run();
}
