using System.Diagnostics;

namespace Sealcam.Stores.Tests;

/// <summary>nginx with TLS and WebDAV's PUT on a port of its own, in the foreground.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly Desk _desk;
    private Process? _process;
    private string _said = "";

    /// <summary>Starts it. The lines stand in "location /" beside those that store.</summary>
    public Nginx(Desk desk, params string[] lines)
    {
        _desk = desk;
        Port = Tools.FreePort();
        Start(lines);
    }

    public int Port { get; }

    public string Uplink => $"uplink = put https://localhost:{Port}/in/{{device}}/{{order}}.jpg";

    public void Start(params string[] lines)
    {
        Directory.CreateDirectory(_desk["nginx"]);
        File.WriteAllText(_desk["nginx.conf"], $$"""
            daemon off;
            master_process off;
            pid {{_desk["nginx/pid"]}};
            error_log stderr;
            events {}
            http {
                access_log off;
                client_body_temp_path {{_desk["nginx/body"]}};
                proxy_temp_path {{_desk["nginx/proxy"]}};
                fastcgi_temp_path {{_desk["nginx/fastcgi"]}};
                uwsgi_temp_path {{_desk["nginx/uwsgi"]}};
                scgi_temp_path {{_desk["nginx/scgi"]}};
                server {
                    listen 127.0.0.1:{{Port}} ssl;
                    ssl_certificate {{_desk.CertificateFile}};
                    ssl_certificate_key {{_desk.KeyFile}};
                    location / {
                        root {{_desk.Stored}};
                        dav_methods PUT;
                        {{string.Join("\n            ", lines)}}
                    }
                }
            }
            """);
        _process = Tools.Start("nginx", ["-p", _desk["nginx"], "-c", _desk["nginx.conf"]], line => _said += line + "\n");
        Tools.Await(_process, Port, () => _said);
    }

    public void Kill()
    {
        Tools.Kill(_process);
        _process = null;
    }

    public void Dispose() => Kill();
}
