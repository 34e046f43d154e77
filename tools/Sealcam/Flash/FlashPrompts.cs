namespace Sealcam.Tool.Flashing;

/// <summary>What only a person can do or decide.</summary>
internal static class FlashPrompts
{
    /// <summary>ms for a person whose keyboard is not there.</summary>
    private const int HandMs = 15_000;

    /// <summary>Returns once the board's name has been typed.</summary>
    /// <exception cref="UsageException">It was not, or nobody is there to type it.</exception>
    public static void ConfirmErase(string board)
    {
        if (!Console.IsInputRedirected)
        {
            Console.Error.Write("Erasing destroys the device's identity, its order count and kept stills for good.\n"
                + $"Type {board} to erase: ");
            if (Console.ReadLine()?.Trim() == board)
            {
                return;
            }
        }

        throw new UsageException("Nothing was erased or written. Without a terminal, --yes-erase-identity confirms --erase.");
    }

    /// <summary>Asks for something to be done at the board; without a terminal it leaves some time for it.</summary>
    public static void Hand(string what, CancellationToken cancel)
    {
        if (Console.IsInputRedirected)
        {
            Console.Error.WriteLine($"      {what} Going on in {HandMs / 1000} s.");
            cancel.WaitHandle.WaitOne(HandMs);
            cancel.ThrowIfCancellationRequested();
            return;
        }

        Console.Error.Write($"      {what} Then press Enter. ");
        Console.ReadLine();
    }
}
