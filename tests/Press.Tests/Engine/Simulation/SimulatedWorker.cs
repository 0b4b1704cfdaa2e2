namespace Press.Tests.Engine;

/// <summary>A worker of whom nothing happens between two of its requests to the storage unless the schedule says so.</summary>
internal sealed class SimulatedWorker
{
    private readonly Task _running;
    private TaskCompletionSource _turn = NewSource();
    private TaskCompletionSource _waits = NewSource();
    private Fate _fate;

    public SimulatedWorker(World world, SimulatedEvent toDo, Func<PublishingEngine, Task> work)
    {
        Event = toDo;
        var engine = world.EngineOf(this);
        _running = Task.Run(async () =>
        {
            try
            {
                await work(engine);
                Succeeded = true;
            }
            catch (Exception fault) when (fault is StoreException or CrashException or OperationCanceledException || IsDead)
            {
                // It is delivered again.
            }
            finally
            {
                IsOver = true;
                _waits.SetResult();
            }
        });
    }

    public SimulatedEvent Event { get; }

    public bool IsOver { get; private set; }

    public bool IsDead { get; private set; }

    public bool Succeeded { get; private set; }

    /// <summary>Waits until it makes a request or ends.</summary>
    public async Task SettleAsync()
    {
        await _waits.Task;
        if (IsOver)
            await _running;
    }

    /// <summary>Lets it make its request, and waits until it makes the next one or ends.</summary>
    public async Task StepAsync(Fate fate)
    {
        _fate = fate;
        var turn = _turn;
        _turn = NewSource();
        _waits = NewSource();
        turn.SetResult();
        await SettleAsync();
    }

    /// <summary>Makes one request, when its turn comes.</summary>
    public async Task<T> RequestAsync<T>(Func<T> effect, Func<T>? lostAnswer = null)
    {
        if (IsDead)
            throw new CrashException();
        var turn = _turn.Task;
        _waits.SetResult();
        await turn;

        switch (_fate)
        {
            case Fate.FailsBefore:
                throw new StoreException("", "503", cause: null);
            case Fate.CrashesBefore:
                IsDead = true;
                throw new CrashException();
            case Fate.FailsAfter:
                effect();
                throw new StoreException("", "503", cause: null);
            case Fate.CrashesAfter:
                effect();
                IsDead = true;
                throw new CrashException();
            case Fate.AnswerIsLost when lostAnswer is not null:
                effect();
                return lostAnswer();
            default:
                return effect();
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>What happens to a request.</summary>
internal enum Fate
{
    Succeeds,
    FailsBefore,
    FailsAfter,
    CrashesBefore,
    CrashesAfter,

    /// <summary>It took effect, and the retry of it is told that its condition does not hold.</summary>
    AnswerIsLost,
}

/// <summary>A worker is gone, as if its machine were switched off.</summary>
internal sealed class CrashException : Exception;

/// <summary>Word that something was uploaded or deleted.</summary>
internal sealed record SimulatedEvent(bool IsSite, string Name);
