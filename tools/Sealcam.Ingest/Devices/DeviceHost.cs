using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Sealcam.Ingest;

/// <summary>
/// The listener of the devices: TLS with client certificates, HTTP/1.1, one address. It is a Kestrel of its own: the gallery's
/// pages do not exist here, and neither side can use up the other's connections.
/// </summary>
internal sealed class DeviceHost(
    IngestOptions options, DataFolder data, IngestFeed feed, StillRequests requests, IngestCounters counters, ILogger log)
{
    private const string StillsPath = "/v1/stills", RequestsPath = "/v1/requests", HealthPath = "/v1/health";

    private readonly DeviceGate _gate = new(data, feed, log);
    private readonly DeviceTrust _trust = new(options.DeviceCas, options.Time);
    private readonly SslStreamCertificateContext _certificate =
        SslStreamCertificateContext.Create(options.ServerCertificate, options.ServerChain, offline: true);

    public WebApplication Build()
    {
        WebApplication app = Hosting.Create(options.Log, kestrel =>
        {
            Hosting.Bound(kestrel, options.Limits, options.Limits.DeviceConnections);
            kestrel.Listen(options.DevicesAddress, options.DevicesPort, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(WatchAsync);
                listen.UseHttps(new TlsHandshakeCallbackOptions
                {
                    HandshakeTimeout = options.Limits.HandshakeTime,
                    OnConnection = connection => ValueTask.FromResult(Tls(connection.Connection)),
                });
            });
        });
        StillEndpoint stills = new(options, _gate, data, feed, requests, log);
        RequestEndpoint polls = new(_gate, requests, options, app.Lifetime.ApplicationStopping);
        HealthEndpoint health = new(_gate, data, options, feed, log);
        app.Run(context => DispatchAsync(context, (context.Request.Path.Value, context.Request.Method) switch
        {
            (StillsPath, "POST") => stills.HandleAsync,
            (RequestsPath, "GET") => polls.HandleAsync,
            (HealthPath, "POST") => health.HandleAsync,
            (StillsPath, _) => other => RefuseMethodAsync(other, "POST", "Stills are sent by POST."),
            (RequestsPath, _) => other => RefuseMethodAsync(other, "GET", "Requests are asked for by GET."),
            (HealthPath, _) => other => RefuseMethodAsync(other, "POST", "Reports are sent by POST."),
            _ => other => RefuseAsync(other, 404, "There is nothing at this address."),
        }));
        return app;
    }

    private async Task DispatchAsync(HttpContext context, RequestDelegate handle)
    {
        try
        {
            await handle(context);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            log.LogError(fault, "A request failed.");
            await Answers.WriteAsync(context, new Refusal(500, ErrorCode.Other, "The server failed.", null) { Close = true });
        }
    }

    private Task RefuseMethodAsync(HttpContext context, string allowed, string sentence)
    {
        context.Response.Headers.Allow = allowed;
        return RefuseAsync(context, 405, sentence);
    }

    private Task RefuseAsync(HttpContext context, int status, string sentence) =>
        _gate.RefuseAsync(context, new Refusal(status, ErrorCode.Other, sentence, DeviceGate.IdentityOf(context).Text));

    private SslServerAuthenticationOptions Tls(BaseConnectionContext connection) => new()
    {
        ServerCertificateContext = _certificate,
        ClientCertificateRequired = true,
        CertificateChainPolicy = _trust.Policy(),
        RemoteCertificateValidationCallback = (_, certificate, chain, errors) => Admit(connection, certificate, chain, errors),
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        // A resumed session would skip the certificate, and with it the check of its dates and authority.
        AllowTlsResume = false,
        AllowRenegotiation = false,
        ApplicationProtocols = [SslApplicationProtocol.Http11],
    };

    private bool Admit(BaseConnectionContext connection, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        DeviceIdentity? identity = _trust.Judge(certificate as X509Certificate2, chain, errors, out string reason);
        connection.Items[typeof(DeviceTrust)] = reason;
        if (identity is null)
        {
            return false;
        }

        connection.Items[typeof(DeviceIdentity)] = identity;
        return true;
    }

    /// <summary>
    /// Sees every connection from its first byte to its end, so that none is turned away without a line in the log.
    /// </summary>
    private ConnectionDelegate WatchAsync(ConnectionDelegate next) => async connection =>
    {
        if (connection.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            // A camera that lost its power says no goodbye.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, 60);
        }

        await next(connection);
        if (!connection.Items.ContainsKey(typeof(DeviceIdentity)))
        {
            counters.CountTurnedAway();
            bool judged = connection.Items.TryGetValue(typeof(DeviceTrust), out object? reason);
            log.LogWarning(
                "Turned away a connection from {Address}: {Reason}.",
                connection.RemoteEndPoint,
                judged ? reason : "the TLS handshake was not completed");
        }
    };
}
