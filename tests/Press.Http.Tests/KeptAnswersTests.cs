using Press.Testing;

namespace Press.Http.Tests;

public sealed class KeptAnswersTests
{
    private const int MaxBytes = 64 * 1024;

    private static readonly Catalog Catalog = Some.Catalog(Some.Post());

    private readonly KeptAnswers _kept = new(MaxBytes);

    [Fact]
    public void An_answer_is_kept_for_its_catalog_and_its_question_alone()
    {
        var answer = Answer();
        _kept.Keep(Catalog, QuestionOf("?a"), answer);
        Assert.Same(answer, _kept.Find(Catalog, QuestionOf("?a")));
        Assert.Null(_kept.Find(Catalog, QuestionOf("?b")));
        Assert.Null(_kept.Find(Some.Catalog(Some.Post()), QuestionOf("?a")));
        Assert.Null(_kept.Find(Catalog, QuestionOf("?a") with { PathBase = "/x" }));
    }

    [Fact]
    public void However_many_questions_come_the_answers_take_no_more_than_their_bound()
    {
        for (var i = 0; i < 10_000; i++)
        {
            _kept.Keep(Catalog, QuestionOf($"?{i}"), Answer());
            Assert.InRange(_kept.Bytes, 1, MaxBytes / 2);
        }

        Assert.NotNull(_kept.Find(Catalog, QuestionOf("?9999")));
        Assert.Null(_kept.Find(Catalog, QuestionOf("?0")));
    }

    [Fact]
    public void What_is_asked_again_and_again_stays()
    {
        _kept.Keep(Catalog, QuestionOf("?often"), Answer());
        for (var i = 0; i < 10_000; i++)
        {
            _kept.Keep(Catalog, QuestionOf($"?{i}"), Answer());
            Assert.NotNull(_kept.Find(Catalog, QuestionOf("?often")));
        }
    }

    [Fact]
    public void What_is_too_large_is_not_kept()
    {
        _kept.Keep(Catalog, QuestionOf("?large"), ReadyAnswer.Of(new byte[MaxBytes], lastModified: null));
        _kept.Keep(Catalog, QuestionOf("?" + new string('x', 5_000)), Answer());
        Assert.Equal(0, _kept.Bytes);
    }

    private static Question QuestionOf(string query) => new("posts", "", "/api/posts", query);

    private static ReadyAnswer Answer() => ReadyAnswer.Of(new byte[1_000], lastModified: null);
}
