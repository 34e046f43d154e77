namespace Sealcam.Stores.Tests;

/// <summary>A link that loses the next answers, each with its connection.</summary>
internal sealed class LosingLink(ILink link) : ILink
{
    public int Losses { get; set; }

    public bool IsUp => link.IsUp;

    public void Resolve(string host) => link.Resolve(host);

    public void Connect(int port) => link.Connect(port);

    public void Write(byte[] buffer, int offset, int count) => link.Write(buffer, offset, count);

    public int Read(byte[] buffer, int offset, int count)
    {
        int got = link.Read(buffer, offset, count);
        if (got > 0 && Losses > 0)
        {
            Losses--;
            throw new LinkException(LinkFault.Lost, "the answer is lost");
        }

        return got;
    }

    public void Close() => link.Close();
}
