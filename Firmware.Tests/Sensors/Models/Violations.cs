namespace Sealcam.Tests.Models;

/// <summary>
/// What a device was made to do that the real part would not have done. A test ends with none, or with those it provoked.
/// </summary>
public sealed class Violations
{
    public int Count { get; private set; }

    /// <summary>The first ones, for the message of a failed assertion.</summary>
    public string Text { get; private set; } = "";

    public void Add(string what)
    {
        if (Count++ < 3)
        {
            Text += "[" + what + "]";
        }
    }

    public void Clear()
    {
        Count = 0;
        Text = "";
    }
}
