using System.Collections.Frozen;
using System.Security.Cryptography;
using CheckinBot.Simulator.Files;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CheckinBot.Simulator.PageApi;

/// <summary>The page's own files, which are part of the program.</summary>
internal static class PageFiles
{
    private const string Folder = "Page/";

    private static readonly FrozenDictionary<string, (byte[] Content, string Type, string Tag)> Files = typeof(PageFiles).Assembly
        .GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => "/" + name[Folder.Length..].Replace('\\', '/'), Load);

    public static void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext context) => Serve("/index.html", context));
        app.MapGet("/favicon.ico", (HttpContext context) => Serve("/favicon.svg", context));
        foreach (var path in Files.Keys)
        {
            app.MapGet(path, (HttpContext context) => Serve(path, context));
        }
    }

    private static IResult Serve(string path, HttpContext context)
    {
        var (content, type, tag) = Files[path];
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Bytes(content, type, entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue(tag));
    }

    private static (byte[] Content, string Type, string Tag) Load(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var type = MimeTypes.Of(Path.GetExtension(name));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content)[..8])}\"";
        return (content, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type, tag);
    }
}
