namespace Telegram.Bot.Requests.Abstractions;

/// <summary>A call of the Bot API.</summary>
public interface IRequest
{
    HttpMethod HttpMethod { get; }

    /// <summary>Such as <c>sendMessage</c>.</summary>
    string MethodName { get; }

    /// <summary>The body; null for a call without parameters.</summary>
    HttpContent? ToHttpContent();
}

/// <summary>A call of the Bot API that answers with a <typeparamref name="TResponse"/>.</summary>
[SuppressMessage("Design", "CA1040:Avoid empty interfaces", Justification = "It carries the type of the answer.")]
public interface IRequest<TResponse> : IRequest;
