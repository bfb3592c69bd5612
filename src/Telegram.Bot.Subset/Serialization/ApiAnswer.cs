using System.Net;

namespace Telegram.Bot.Serialization;

/// <summary>Reads the body of an answer.</summary>
internal static class ApiAnswer
{
    /// <exception cref="RequestException">It is not the answer to a call that succeeded.</exception>
    public static TResult Result<TResult>(string method, byte[] body)
    {
        ApiResponse<TResult>? answer;
        try
        {
            answer = Read<ApiResponse<TResult>>(body);
        }
        catch (JsonException exception)
        {
            if (typeof(TResult) == typeof(Update[]) && UpdateArray.ReadOneByOne(body) is TResult updates)
                return updates;
            throw Unreadable(method, HttpStatusCode.OK, exception);
        }

        return answer is { Ok: true, Result: { } result } ? result : throw Unreadable(method, HttpStatusCode.OK, null);
    }

    /// <exception cref="RequestException">It does not say why the call was refused.</exception>
    public static ApiResponse Refusal(string method, HttpStatusCode status, byte[] body)
    {
        ApiResponse? answer;
        try
        {
            answer = Read<ApiResponse>(body);
        }
        catch (JsonException exception)
        {
            throw Unreadable(method, status, exception);
        }

        return answer is { ErrorCode: not 0, Description: not null } ? answer : throw Unreadable(method, status, null);
    }

    private static T? Read<T>(byte[] body) =>
        JsonSerializer.Deserialize(body, (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)JsonBotAPI.Options.GetTypeInfo(typeof(T)));

    private static RequestException Unreadable(string method, HttpStatusCode status, Exception? exception) =>
        new($"{method}: the server answered {((int)status).ToString(CultureInfo.InvariantCulture)} with something that is not a Bot API answer", status, exception);
}
