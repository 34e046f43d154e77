using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sealcam.Fuzz;

/// <summary>Runs the JavaScript verifier in one Node process, request after request in order.</summary>
public sealed class NodeVerifier : IDisposable
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Process _node;

    /// <exception cref="InvalidOperationException">There is no Node to run, or it is too old.</exception>
    public NodeVerifier()
    {
        string driver = Path.Combine(AppContext.BaseDirectory, "js", "driver.js");
        ProcessStartInfo start = new("node", ["--max-old-space-size=256", driver])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        try
        {
            _node = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException("The JavaScript verifier needs Node 20 or newer on the path, as 'node'.", e);
        }
    }

    /// <summary>What the verifier said; the token as its JSON.</summary>
    public sealed record Answer(string Verdict, string Reason, JsonElement? Token);

    /// <summary>Peak resident memory of the process so far, bytes; 0 if the system does not tell.</summary>
    public long PeakBytes
    {
        get
        {
            _node.Refresh();
            return _node.PeakWorkingSet64;
        }
    }

    /// <summary>The verdict for one case.</summary>
    public Answer Verify(Case one) => Verify([one]).Single();

    /// <summary>The answers in the order of the cases. Requests are sent ahead while answers are read.</summary>
    public IEnumerable<Answer> Verify(IReadOnlyList<Case> cases) => Ask(cases.Select(c => (QuestionOf(c), c.File)).ToList());

    /// <summary>Whether the verifier's signature check accepts r and s over data with the public key (x, y).</summary>
    public bool IsSigned(byte[] x, byte[] y, byte[] data, byte[] signature)
    {
        var question = new { kind = "signature", x = Hex(x), y = Hex(y), data = Hex(data), signature = Hex(signature) };
        return Ask([(JsonSerializer.SerializeToUtf8Bytes(question), [])]).Single().Verdict == ".";
    }

    /// <summary>The even Y that the verifier finds for an X.</summary>
    public byte[] EvenY(byte[] x) => Convert.FromHexString(
        Ask([(JsonSerializer.SerializeToUtf8Bytes(new { kind = "key", x = Hex(x) }), [])]).Single().Reason);

    public void Dispose()
    {
        _node.StandardInput.Close();
        if (!_node.WaitForExit(5_000))
        {
            _node.Kill();
        }

        _node.Dispose();
    }

    private IEnumerable<Answer> Ask(IReadOnlyList<(byte[] Question, byte[] File)> requests)
    {
        Task sending = Task.Run(() =>
        {
            foreach ((byte[] question, byte[] file) in requests)
            {
                Send(question, file);
            }

            _node.StandardInput.BaseStream.Flush();
        });
        for (int i = 0; i < requests.Count; i++)
        {
            string line = _node.StandardOutput.ReadLine()
                ?? throw new InvalidOperationException("Node ended. It must be version 20 or newer; its message stands above.");
            yield return JsonSerializer.Deserialize<Answer>(line, _json)!;
        }

        sending.Wait();
    }

    private void Send(byte[] question, byte[] file)
    {
        byte[] request = new byte[8 + question.Length + file.Length];
        BinaryPrimitives.WriteInt32BigEndian(request, question.Length);
        BinaryPrimitives.WriteInt32BigEndian(request.AsSpan(4), file.Length);
        question.CopyTo(request, 8);
        file.CopyTo(request, 8 + question.Length);
        _node.StandardInput.BaseStream.Write(request);
    }

    private static byte[] QuestionOf(Case c)
    {
        if (c.Device is null && c.Nonce is null && c.MaxAge is null && c.Accepted is null)
        {
            return [];
        }

        var question = new
        {
            device = Hex(c.Device), nonce = Hex(c.Nonce), maxAge = c.MaxAge, now = c.Now, accepted = Hex(c.Accepted),
        };
        return JsonSerializer.SerializeToUtf8Bytes(question, _json);
    }

    private static string? Hex(byte[]? bytes) => bytes is null ? null : Convert.ToHexStringLower(bytes);
}
