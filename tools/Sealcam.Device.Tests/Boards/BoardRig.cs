using System;
using System.Collections.Generic;
using System.Device.I2c;
using System.Device.Spi;
using System.IO.Ports;
using System.Text;
using nanoFramework.Hardware.Esp32;
using nanoFramework.System.IO.FileSystem;
using Sealcam.Esp32.Dvp;
using Sealcam.Host;
using Sealcam.Host.Tests;
using Sealcam.Tests.Models;

namespace Sealcam.Esp32.Tests;

/// <summary>A whole board, as its Program.cs starts it, over the models: its sensor, a terminal, a network and a server.</summary>
internal sealed class BoardRig
{
    /// <summary>Settings with which it takes a still each minute.</summary>
    public const string Settings = "wifi-ssid = home\nwifi-password = open sesame\nhost = ingest.test\n";

    private static readonly string Passphrase = HostPassphrase.Make();
    private static readonly Lazy<Dictionary<string, byte[]>> s_deployed = new(Provision);

    private readonly BoardUnderTest _board;

    /// <summary>Power comes on: flash is as delivered, with the settings of <see cref="Settings"/>.</summary>
    public BoardRig(BoardUnderTest board)
    {
        _board = board;
        Chip.IsS3 = board.IsS3;
        Chip.IsOctal = board.IsS3;
        Disk.Format();
        Device.PowerOn();
        Air.Status = System.Device.Wifi.WifiConnectionStatus.Success;
        Air.NetworkTime = TlsRig.Now;
        SDCard.IsThere = false;
        NativeDvp.IsBuiltIn = true;
        NativeDvp.Fault = 0;
        NativeDvp.FrameBytes = 30000;
        SpiDevice.Fault = SpiDevice.OpenFault = null;
        I2cDevice.Fault = I2cDevice.OpenFault = null;
        I2cDevice.IsStuck = false;
        foreach ((string name, byte[] file) in s_deployed.Value)
        {
            Disk.Put(FlashStore.Root + name, file);
        }

        Write("settings.txt", Settings);
        Plug();
    }

    public Cloud Cloud { get; } = new();

    public Terminal Terminal { get; } = new();

    /// <summary>What the sensor's model holds against its driver.</summary>
    public Func<string> Violations { get; private set; } = static () => "";

    public static void Write(string name, string text) => Disk.Put(FlashStore.Root + name, Encoding.UTF8.GetBytes(text));

    /// <summary>Runs the board's own Main; returns how it ended, null if it is still there after so long.</summary>
    public string Run(long ms)
    {
        const string Over = "the test is over";
        Cpu.Later(ms, () => Device.Goes(Over));
        try
        {
            _board.Main();
        }
        catch (GoneException)
        {
        }

        return Device.Gone == Over ? null : Device.Gone ?? "Main returned";
    }

    /// <summary>Types commands after so long, at an unlocked console.</summary>
    public void Type(long ms, params string[] commands)
    {
        Cpu.Later(ms, () => Terminal.Type("unlock\r" + Passphrase + "\r"));
        for (int i = 0; i < commands.Length; i++)
        {
            string command = commands[i];
            Cpu.Later(ms + 5000 * (i + 1), () => Terminal.Type(command + "\r"));
        }
    }

    /// <summary>The board starts again, with all that is on its drives.</summary>
    public void Restart()
    {
        Device.Start();
        Terminal.Forget();
        Plug();
    }

    private void Plug()
    {
        Configuration.Clear();
        SerialPort.Ends.Clear();
        SerialPort.Ends["COM2"] = Terminal;
        SpiDevice.Part = null;
        I2cDevice.Part = null;
        Network.Server = Cloud.Accept;
        _board.Plug(this);
    }

    public void PlugMega()
    {
        var model = new MegaModel(Device.Time) { FrameBytes = 20000 };
        SpiDevice.Part = new SpiPart(model, 12, 11, 13, 10, 8000000);
        Violations = () => model.Violations.Text;
    }

    public void PlugMini()
    {
        var sensor = new Ov2640Model(Device.Time) { FrameBytes = 20000 };
        var chip = new ArduChipModel(Device.Time, sensor);
        SpiDevice.Part = new SpiPart(chip, 18, 23, 19, 25, 8000000);
        I2cDevice.Part = new I2cPart(sensor, 21, 22, 0x30);
        Violations = () => chip.Violations.Text + sensor.Violations.Text;
    }

    public void PlugSerialCamera()
    {
        var model = new Vc0706Model(Device.Time);
        model.PowerUp();
        SerialPort.Ends["COM3"] = new SensorEnd(model, room => model.Line.RoomBytes = room);
        Violations = () => model.Violations.Text + model.Line.Violations.Text;
    }

    private static Dictionary<string, byte[]> Provision()
    {
        using var folder = new TestFolder();
        using DevelopmentAuthority authority = DevelopmentAuthority.Open(folder.At("ca"));
        authority.Provision(folder.At("cam"));
        var files = new Dictionary<string, byte[]>();
        foreach (string path in System.IO.Directory.GetFiles(folder.At("cam")))
        {
            files[System.IO.Path.GetFileName(path)] = System.IO.File.ReadAllBytes(path);
        }

        files[DeviceCredentials.DeviceName] = TlsRig.AsPem(System.IO.File.ReadAllBytes(folder.At("cam", DeviceCertificate.File)));
        files["console.key"] = HostPassphrase.Record(Passphrase, 1000);
        files[DeviceCredentials.CaName] = System.IO.File.ReadAllBytes(authority.CertificatePath);
        return files;
    }
}

/// <summary>One of boards/: its program, its chip, and what is plugged into it.</summary>
internal sealed record BoardUnderTest(string Name, bool IsS3, Action Main, Action<BoardRig> Plug)
{
    public static readonly BoardUnderTest[] All =
    [
        new("esp32-cam-aithinker", false, Boards.esp32_cam_aithinker.Program.Main, static _ => { }),
        new("xiao-esp32s3-sense", true, Boards.xiao_esp32s3_sense.Program.Main, static _ => { }),
        new("freenove-esp32s3-wroom-cam", true, Boards.freenove_esp32s3_wroom_cam.Program.Main, static _ => { }),
        new("m5stack-timer-camera", false, Boards.m5stack_timer_camera.Program.Main, static _ => { }),
        new("esp32s3-arducam-mega", true, Boards.esp32s3_arducam_mega.Program.Main, static rig => rig.PlugMega()),
        new("esp32-arducam-mini", false, Boards.esp32_arducam_mini.Program.Main, static rig => rig.PlugMini()),
        new("esp32-vc0706", false, Boards.esp32_vc0706.Program.Main, static rig => rig.PlugSerialCamera()),
    ];

    public override string ToString() => Name;
}
