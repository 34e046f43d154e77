using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Sealcam.Ingest;

/// <summary>The gallery's pages, read once from the assembly. An address is a key of a table and never a path.</summary>
internal sealed class Assets
{
    private const string Prefix = "web/", Page = "index.html";

    private readonly FrozenDictionary<string, (byte[] Bytes, string Type, string Tag)> _files = Read().ToFrozenDictionary();

    public async Task GetAsync(HttpContext context)
    {
        string path = context.Request.Path.Value is "/" or null ? "/" + Page : context.Request.Path.Value;
        if (context.Request.Method is not ("GET" or "HEAD") || !_files.TryGetValue(path, out var file))
        {
            await Json.ErrorAsync(context, 404, "There is nothing at this address.");
            return;
        }

        HttpResponse response = context.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = file.Tag;
        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            response.StatusCode = 304;
            return;
        }

        response.ContentType = file.Type;
        response.ContentLength = file.Bytes.Length;
        if (context.Request.Method == "GET")
        {
            await response.Body.WriteAsync(file.Bytes, context.RequestAborted);
        }
    }

    private static IEnumerable<KeyValuePair<string, (byte[], string, string)>> Read()
    {
        Assembly assembly = typeof(Assets).Assembly;
        string[] names = assembly.GetManifestResourceNames();
        foreach (string name in names.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            string tag = '"' + Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8)) + '"';
            yield return new("/" + name[Prefix.Length..], (bytes, TypeOf(name), tag));
        }
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException($"The asset {name} has no known type."),
    };
}
