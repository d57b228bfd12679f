using System.Net;
using System.Net.Sockets;

namespace Fulcrum.EndToEnd;

/// <summary>Ports for the servers of tests: none of those that the system hands out by itself, so that nobody's connection takes one between the look and the start.</summary>
internal static class Ports
{
    private const int First = 12_000;
    private const int Count = 12_000;

    private static int _next = Environment.ProcessId * 97 % Count;

    public static int Free()
    {
        for (int tried = 0; tried < Count; tried++)
        {
            int port = First + Interlocked.Increment(ref _next) % Count;
            try
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody listens there.
            }
        }
        throw new InvalidOperationException("No port is free.");
    }
}
