namespace Sealcam;

public sealed class VersionCommand : ConsoleCommand
{
    public VersionCommand() : base("version", "", "what runs here, and on what", 0, 0, isOpen: true)
    {
    }

    public override int Step(ConsoleSession s, int slice)
    {
        var board = s.Console.Board;
        s.Reply.Field("firmware", "Sealcam");
        s.Reply.Field("version", board == null ? "unknown" : board.Version);
        s.Reply.Field("board", board == null ? "unknown" : board.Name);
        s.Reply.Field("chip", board == null ? "unknown" : board.Chip);
        s.Reply.Field("token", Sealer.Aad);
        s.Reply.Field("settings", SettingTable.FormatVersion);
        return Done;
    }
}
