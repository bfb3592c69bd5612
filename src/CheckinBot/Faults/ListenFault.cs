using System.Net.Sockets;

namespace CheckinBot.Faults;

/// <summary>Why the program cannot listen at an address.</summary>
internal static class ListenFault
{
    /// <summary>The line; null where what was thrown is of no socket that listens.</summary>
    /// <param name="fault">What was thrown.</param>
    /// <param name="urls">The addresses that were asked for.</param>
    /// <param name="cure">How to choose another one.</param>
    public static string? Explain(Exception fault, string urls, string cure) =>
        FaultLine.Causes(fault).OfType<SocketException>().Select(socket => Explain(socket, urls, cure)).FirstOrDefault(line => line is not null);

    private static string? Explain(SocketException fault, string urls, string cure) => fault.SocketErrorCode switch
    {
        SocketError.AddressAlreadyInUse => $"{urls} is in use by another program, or by this one started twice: stop that one, or {cure}.",
        SocketError.AccessDenied => $"{urls} may not be opened by the user {Environment.UserName} (ports below 1024 are for root): {cure}.",
        SocketError.AddressNotAvailable => $"{urls} is no address of this machine: {cure}.",
        _ => null,
    };
}
