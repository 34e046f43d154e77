using System.Globalization;

namespace Sealcam.Provision;

/// <summary>Times as the lists show them: RFC 3339 in UTC, whole seconds.</summary>
internal static class Times
{
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
