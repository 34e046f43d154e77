namespace Sealcam;

/// <content>What a console sees of the outbox.</content>
public sealed partial class RamOutbox : IOutboxView
{
    public int KeptCount => _count;

    public KeptStill KeptAt(int index) => _stills[index];

    public bool DropOldest()
    {
        for (int i = 0; i < _count; i++)
        {
            if (!_stills[i].IsShipping)
            {
                Drop(i);
                return true;
            }
        }

        return false;
    }
}
