using System.Net;

namespace Telegram.Bot.Exceptions;

/// <summary>A call failed on the way: no connection, no answer in time, or an answer that cannot be read. Never shows the token.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "The package's constructors.")]
public class RequestException : Exception
{
    public RequestException(string message)
        : base(message)
    {
    }

    public RequestException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public RequestException(string message, HttpStatusCode httpStatusCode)
        : base(message) => HttpStatusCode = httpStatusCode;

    public RequestException(string message, HttpStatusCode httpStatusCode, Exception? innerException)
        : base(message, innerException) => HttpStatusCode = httpStatusCode;

    /// <summary>Null where no answer came.</summary>
    public HttpStatusCode? HttpStatusCode { get; }
}
