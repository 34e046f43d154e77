namespace Sealcam.Cuts.World;

/// <summary>The cameras' keys: two that everybody knows, so that a case can be repeated.</summary>
internal sealed record Identity(string Key, string X)
{
    public static readonly Identity[] All =
    [
        new("9fb283188e31a97942bdd86f24193decc8451003b34758c045529e96442e2525", "3636bfad2261bd19110ce41c5d06574d7a1d8279e80700e26bc1aeb35b581a9d"),
        new("8e5cc35b28aab590f7c17586f580dc60fef69d0c796e9a57eaa1ac3e22d6c93c", "b6f5f70ddd9cc0548b2de32f1ea7435b622c78e636373db4dab5efea03b2d614"),
    ];

    public string Device => DeviceId.Text(Convert.FromHexString(X), 0);

    /// <summary>The file that a provisioning tool deploys.</summary>
    public byte[] ToFile()
    {
        var record = new OrderRecord { Key = Convert.FromHexString(Key), Id = Convert.FromHexString(X), Simulated = true };
        byte[] file = new byte[OrderRecord.Bytes];
        record.Encode(file);
        return file;
    }
}
