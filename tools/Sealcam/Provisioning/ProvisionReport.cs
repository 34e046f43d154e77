using System.Text.Json;
using Sealcam.Provision;

namespace Sealcam.Tool.Provisioning;

/// <summary>
/// Says what was provisioned. Keys are never shown; the passphrase only where <c>--show-label</c> asks for it, for it belongs on
/// the label and not into the scrollback and logs of whoever ran the command.
/// </summary>
internal sealed class ProvisionReport
{
    private static readonly JsonSerializerOptions Style = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Fleet _fleet;
    private readonly bool _json, _showLabel;
    private readonly List<object> _made = [];

    public ProvisionReport(Fleet fleet, bool json, bool showLabel)
    {
        _fleet = fleet;
        _json = json;
        _showLabel = showLabel;
        if (fleet.AuthorityEnds.Year < 9999)
        {
            Console.Error.WriteLine($"sealcam: the fleet's CA ends on {fleet.AuthorityEnds:yyyy-MM-dd}, and every device with it. "
                + "Renew it under the same key before then.");
        }
    }

    /// <summary>A device was made. The QR code is drawn for a single one; each has its label as a file.</summary>
    public void Made(ProvisionedDevice device, bool isOnly)
    {
        DeviceSummary it = device.Summary;
        if (_json)
        {
            _made.Add(Described(it, _showLabel ? device.Passphrase : null));
            return;
        }

        Console.WriteLine($"{it.Name}  {it.Fingerprint}  {it.Words}");
        Console.WriteLine($"  {it.Device}");
        Console.WriteLine($"  {it.Folder}");
        if (_showLabel)
        {
            Console.WriteLine($"  passphrase {device.Passphrase}");
        }

        if (isOnly || _showLabel)
        {
            Console.Write(device.Code);
        }
    }

    /// <summary>All are made.</summary>
    public void End()
    {
        if (_json)
        {
            Print(new { authority = _fleet.AuthorityFile, devices = _made });
        }
        else if (!_showLabel)
        {
            Console.WriteLine("The console's passphrase is on the label: label.png and label.txt in the device's folder.");
        }
    }

    public void Reissued(string device, uint above)
    {
        if (_json)
        {
            Print(new { device, bootCountAbove = above });
            return;
        }

        Console.WriteLine($"{device}: the new order.new begins above boot count {above}.");
        Console.WriteLine("Deploy the device's flash folder to the erased board.");
    }

    public void Forgotten(string device)
    {
        if (_json)
        {
            Print(new { device, forgotten = true });
            return;
        }

        Console.WriteLine($"{device}: key, passphrase and label are deleted here. Backups of this folder may still hold them.");
    }

    public void Certified(ServerFiles server)
    {
        if (_json)
        {
            Print(new { certificate = server.Certificate, key = server.Key, notAfter = server.NotAfter });
            return;
        }

        Console.WriteLine($"The server's certificate is valid until {server.NotAfter:yyyy-MM-dd}. Start ingest with:");
        Console.WriteLine($"  --server-certificate {server.Certificate} --server-key {server.Key} --device-ca {_fleet.AuthorityFile}");
    }

    private static Dictionary<string, string> Described(DeviceSummary it, string? passphrase)
    {
        var told = new Dictionary<string, string>
        {
            ["device"] = it.Device,
            ["fingerprint"] = it.Fingerprint,
            ["words"] = it.Words,
            ["name"] = it.Name,
            ["serial"] = it.Serial,
            ["notBefore"] = it.NotBefore,
            ["notAfter"] = it.NotAfter,
            ["created"] = it.Created,
            ["folder"] = it.Folder,
        };
        if (passphrase != null)
        {
            told["passphrase"] = passphrase;
        }

        return told;
    }

    private static void Print(object value) => Console.WriteLine(JsonSerializer.Serialize(value, Style));
}
