using System.Text.Json;
using Fulcrum.Cases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Fulcrum.Web.Serving;

/// <summary>Maps the routes of the JSON API: reads bodies within their limit, writes answers, and keeps each route's description for the OpenAPI document.</summary>
internal sealed class Api(IEndpointRouteBuilder endpoints)
{
    /// <summary>Most bytes of a request that carries no texts.</summary>
    public const long SmallBody = 256 * 1024;

    /// <summary>Most bytes of a request that carries a file or a source text.</summary>
    public const long LargeBody = 8 * 1024 * 1024;

    public void Get(ApiRoute route, Func<HttpContext, Task<Reply>> answer) => Map(route, context => Answer(context, answer));

    public void Get(ApiRoute route, Func<HttpContext, Reply> answer) => Get(route, context => Task.FromResult(answer(context)));

    /// <summary>A route that writes its own answer (events).</summary>
    public void Stream(ApiRoute route, RequestDelegate write) => Map(route, write);

    /// <summary>A route without body that changes something.</summary>
    public void Act(ApiRoute route, Func<HttpContext, Task<Reply>> answer) => Get(route, answer);

    public void Send<T>(ApiRoute route, Func<T, HttpContext, Task<Reply>> answer, long limit = SmallBody) where T : class =>
        Map(route, context => AnswerBody(context, answer, limit));

    private void Map(ApiRoute route, RequestDelegate run) => endpoints.MapMethods(route.Pattern, [route.Method], run).WithMetadata(route);

    private static async Task AnswerBody<T>(HttpContext context, Func<T, HttpContext, Task<Reply>> answer, long limit) where T : class
    {
        (T? body, Reply? refusal) = await ReadAsync<T>(context, limit).ConfigureAwait(false);
        await Answer(context, asked => refusal is null ? answer(body!, asked) : Task.FromResult(refusal)).ConfigureAwait(false);
    }

    private static async Task Answer(HttpContext context, Func<HttpContext, Task<Reply>> answer)
    {
        Reply reply;
        try
        {
            reply = await answer(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            reply = Reply.Problem(500, ServeProblems.Of("serve/disk", failure.Message, "check the folder and its permissions"));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            reply = Reply.Problem(500, ServeProblems.Unexpected(failure.GetType().Name));
        }
        await WriteAsync(context, reply).ConfigureAwait(false);
    }

    public static async Task WriteAsync(HttpContext context, Reply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.Status == 204)
        {
            return;
        }
        context.Response.ContentType = reply.Status >= 400 ? "application/problem+json" : "application/json";
        ReadOnlyMemory<byte> bytes = reply.Raw ?? JsonSerializer.SerializeToUtf8Bytes(reply.Body, ApiJson.Settings);
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<(T?, Reply?)> ReadAsync<T>(HttpContext context, long limit) where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            return (null, Reply.Problem(415, ServeProblems.NotJson()));
        }
        if (context.Request.ContentLength > limit)
        {
            return (null, Reply.Problem(413, ServeProblems.TooLarge(limit)));
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }
        try
        {
            using var content = new MemoryStream();
            await context.Request.Body.CopyToAsync(content, context.RequestAborted).ConfigureAwait(false);
            content.Position = 0;
            T? body = JsonSerializer.Deserialize<T>(content, ApiJson.Settings);
            ApiText.RefuseHalves(content.GetBuffer().AsSpan(0, (int)content.Length));
            return body is null ? (null, Reply.Problem(400, ServeProblems.Malformed("it is null"))) : (body, null);
        }
        catch (JsonException malformed)
        {
            return (null, Reply.Problem(400, ServeProblems.Malformed(malformed is HalfCharacterException ? malformed.Message : $"line {malformed.LineNumber + 1}, {malformed.Path ?? "$"}")));
        }
        catch (BadHttpRequestException broken)
        {
            return (null, Reply.Problem(broken.StatusCode, broken.StatusCode == 413 ? ServeProblems.TooLarge(limit) : ServeProblems.Malformed("it ends early")));
        }
    }
}
