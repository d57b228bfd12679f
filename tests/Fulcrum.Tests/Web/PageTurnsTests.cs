using Fulcrum.Web.Desk;
using Shouldly;

namespace Fulcrum.Tests.Web;

public sealed class PageTurnsTests
{
    private readonly PageTurns _turns = new();

    [Fact]
    public void Newer_question_ends_the_older_one_of_its_page_and_of_no_other()
    {
        _turns.Answer("a", 1, older => _turns.Answer("b", 1, other => _turns.Answer("a", 2, newer =>
        {
            older.IsCancellationRequested.ShouldBeTrue();
            other.IsCancellationRequested.ShouldBeFalse();
            newer.IsCancellationRequested.ShouldBeFalse();
            return 0;
        }, default), default), default);
    }

    [Fact]
    public void Older_question_that_comes_in_late_is_not_answered_and_ends_nothing()
    {
        _turns.Answer("a", 2, newer =>
        {
            Should.Throw<OperationCanceledException>(() => _turns.Answer("a", 1, _ => 0, default));
            newer.IsCancellationRequested.ShouldBeFalse();
            return 0;
        }, default);
    }

    [Fact]
    public void Question_that_was_answered_stands_in_no_ones_way()
    {
        _turns.Answer("a", 2, _ => 2, default).ShouldBe(2);
        _turns.Answer("a", 1, _ => 1, default).ShouldBe(1);
        Should.Throw<InvalidOperationException>(() => _turns.Answer<int>("a", 9, _ => throw new InvalidOperationException(), default));
        _turns.Answer("a", 3, _ => 3, default).ShouldBe(3);
    }

    [Fact]
    public void Older_question_ended_by_a_newer_one_leaves_the_newer_under_way()
    {
        _turns.Answer("a", 1, _ => _turns.Answer("a", 2, _ => 0, default), default);
        _turns.Answer("a", 1, older =>
        {
            using var newerWaits = new ManualResetEventSlim();
            using var newerBegan = new ManualResetEventSlim();
            Task<bool> newer = Task.Run(() => _turns.Answer("a", 2, ends =>
            {
                newerBegan.Set();
                newerWaits.Wait(CancellationToken.None);
                return ends.IsCancellationRequested;
            }, default));
            newerBegan.Wait(CancellationToken.None);
            older.IsCancellationRequested.ShouldBeTrue();
            Should.Throw<OperationCanceledException>(() => _turns.Answer("a", 1, _ => 0, default));
            newerWaits.Set();
            newer.GetAwaiter().GetResult().ShouldBeFalse();
            return 0;
        }, default);
    }

    [Fact]
    public void Question_without_a_page_or_given_up_ends_nothing_but_itself()
    {
        using var gone = new CancellationTokenSource();
        _turns.Answer("a", 1, _ => _turns.Answer(null, 0, _ => 4, default), default).ShouldBe(4);
        _turns.Answer("a", 1, ends =>
        {
            gone.Cancel();
            return ends.IsCancellationRequested;
        }, gone.Token).ShouldBeTrue();
    }
}
