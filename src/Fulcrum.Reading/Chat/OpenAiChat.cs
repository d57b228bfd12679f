using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Fulcrum.Reading.Chat;

/// <summary>A chat model behind an endpoint that speaks the OpenAI protocol ('.../v1'). Nothing is sent before a question is asked.</summary>
public sealed class OpenAiChat : IChatClient
{
    private const int LargestAnswer = 4_000_000;
    private readonly HttpClient client;
    private readonly Uri address;
    private readonly string model;

    /// <param name="endpoint">Base address, for instance http://localhost:11434/v1.</param>
    /// <param name="key">Sent as bearer token; null for a server that needs none.</param>
    public OpenAiChat(Uri endpoint, string model, string? key, TimeSpan patience)
    {
        this.model = model;
        address = new Uri(endpoint.AbsoluteUri.TrimEnd('/') + "/chat/completions");
        client = new HttpClient { Timeout = patience, MaxResponseContentBufferSize = LargestAnswer };
        if (!string.IsNullOrEmpty(key))
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }
    }

    /// <exception cref="HttpRequestException">The server refused, or its answer is not of the protocol.</exception>
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var request = new Question(model, [.. messages.Select(m => new Turn(m.Role.Value, m.Text))], options?.Temperature ?? 0);
        using var content = new StringContent(JsonSerializer.Serialize(request, ChatProtocol.Default.Question), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await client.PostAsync(address, content, cancellationToken).ConfigureAwait(false);
        string body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"the server answered {(int)response.StatusCode} {response.ReasonPhrase}");
        }
        try
        {
            string? text = JsonSerializer.Deserialize(body, ChatProtocol.Default.Reply)?.Choices is [{ Message.Content: var said }, ..] ? said : null;
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, text ?? ""));
        }
        catch (JsonException e)
        {
            throw new HttpRequestException("the server's answer is no JSON of the protocol", e);
        }
    }

    /// <summary>The whole answer as one piece: the protocol's streaming is not used.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatResponse response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        yield return new ChatResponseUpdate(ChatRole.Assistant, response.Text);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() => client.Dispose();

    internal sealed record Question(string Model, IReadOnlyList<Turn> Messages, float Temperature);

    internal sealed record Turn(string Role, string? Content);

    internal sealed record Reply(IReadOnlyList<Choice>? Choices);

    internal sealed record Choice(Turn? Message);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(OpenAiChat.Question))]
[JsonSerializable(typeof(OpenAiChat.Reply))]
internal sealed partial class ChatProtocol : JsonSerializerContext;
