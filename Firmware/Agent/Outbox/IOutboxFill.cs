namespace Sealcam;

/// <summary>An outbox that knows how full it is. Not every outbox has to; health reports then leave it out.</summary>
public interface IOutboxFill
{
    /// <summary>Thousandths of its bytes that are in use, 0 to 1,000.</summary>
    int FillPerMille { get; }
}
