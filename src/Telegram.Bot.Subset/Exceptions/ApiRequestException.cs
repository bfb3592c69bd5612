namespace Telegram.Bot.Exceptions;

/// <summary>Telegram refused a call. The message is its own description, such as <c>Forbidden: bot was blocked by the user</c>.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "The package's constructors.")]
public class ApiRequestException : RequestException
{
    public ApiRequestException(string message)
        : base(message)
    {
    }

    public ApiRequestException(string message, int errorCode)
        : base(message) => ErrorCode = errorCode;

    public ApiRequestException(string message, int errorCode, ResponseParameters? parameters)
        : base(message) => (ErrorCode, Parameters) = (errorCode, parameters);

    /// <summary>Like an HTTP status: 400, 401, 403, 409, 429 …</summary>
    public virtual int ErrorCode { get; }

    /// <summary>How to go on, where Telegram says so.</summary>
    public ResponseParameters? Parameters { get; }

    public override string ToString() => $"[{ErrorCode.ToString(CultureInfo.InvariantCulture)}] {base.ToString()}";
}
