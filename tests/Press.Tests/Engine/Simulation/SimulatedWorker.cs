namespace Press.Tests.Engine;

/// <summary>A worker of whom nothing happens between two of its requests to the storage unless the schedule says so.</summary>
internal sealed class SimulatedWorker
{
    // The engines of a machine are one, so its stores ask who calls them.
    private static readonly AsyncLocal<SimulatedWorker?> Current = new();

    // A schedule has some hundreds.
    private const int MaxSteps = 10_000;

    private readonly Task _running;
    // Whoever completes one goes on in the other's place, on the same thread: a schedule changes hands hundreds of times, and a thread
    // that waits for work spins meanwhile, which took half of all the time.
    private TaskCompletionSource _turn = new();
    private TaskCompletionSource _waits = new();
    private Fate _fate;

    private readonly string _name;

    public SimulatedWorker(SimulatedMachine machine, string name, SimulatedEvent toDo, Func<PublishingEngine, Task> work)
    {
        (Machine, Event, _name) = (machine, toDo, name);
        _running = Task.Run(async () =>
        {
            try
            {
                Current.Value = this;
                await work(machine.Engine);
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

    /// <summary>The worker whose request this is.</summary>
    public static SimulatedWorker Caller => Current.Value ?? throw new InvalidOperationException("A request outside of a worker.");

    /// <summary>Who runs now; null outside of a worker.</summary>
    public static SimulatedWorker? CallerIfAny => Current.Value;

    /// <summary>What its clock told it last: for that moment it builds, however the clock jumps meanwhile.</summary>
    public DateTimeOffset LastTold { get; set; }

    public SimulatedMachine Machine { get; }

    public SimulatedEvent Event { get; }

    public bool IsOver { get; private set; }

    public bool IsDead => Machine.IsDead;

    public bool Succeeded { get; private set; }

    public override string ToString() => _name;

    /// <summary>Waits until it makes a request or ends.</summary>
    public async Task SettleAsync()
    {
        await _waits.Task;
        if (IsOver)
            await _running;
    }

    /// <summary>Lets it make its request, and waits until it makes the next one or ends.</summary>
    /// <exception cref="BrokenPromiseException">There is no end to it.</exception>
    public async Task StepAsync(Fate fate)
    {
        if (Machine.World.Trace.Count > MaxSteps)
            throw new BrokenPromiseException($"{this} asks again and again.");
        _fate = fate;
        var turn = _turn;
        _turn = new();
        _waits = new();
        turn.SetResult();
        await SettleAsync();
    }

    /// <summary>Makes one request, when its turn comes.</summary>
    public async Task<T> RequestAsync<T>(string what, Func<T> effect, Func<T>? lostAnswer = null)
    {
        if (IsDead)
            throw new CrashException();
        var turn = _turn.Task;
        _waits.SetResult();
        await turn;

        if (IsDead)
            throw new CrashException();
        Machine.World.Trace.Add($"{this} {what}{(_fate == Fate.Succeeds ? "" : $": {_fate}")}");
        switch (_fate)
        {
            case Fate.FailsBefore:
                Machine.World.Faults++;
                throw new StoreException("", "503", cause: null);
            case Fate.CrashesBefore:
                Machine.World.Crash(Machine);
                throw new CrashException();
            case Fate.FailsAfter:
                Machine.World.Faults++;
                effect();
                throw new StoreException("", "503", cause: null);
            case Fate.CrashesAfter:
                effect();
                Machine.World.Crash(Machine);
                throw new CrashException();
            case Fate.AnswerIsLost when lostAnswer is not null:
                effect();
                return lostAnswer();
            default:
                return effect();
        }
    }

    /// <summary>
    /// Waits until its turn comes. No request is made, so there is none that could fail; but its machine may be switched off.
    /// </summary>
    public async Task WaitAsync()
    {
        var turn = _turn.Task;
        _waits.SetResult();
        await turn;

        Machine.World.Trace.Add($"{this} waits{(_fate is Fate.CrashesBefore or Fate.CrashesAfter ? $": {_fate}" : "")}");
        // If it is, the next request says so.
        if (!IsDead && (_fate is Fate.CrashesBefore or Fate.CrashesAfter))
            Machine.World.Crash(Machine);
    }
}

/// <summary>A process with its engine, and with what the engine keeps in memory. When it crashes, all of its workers are gone.</summary>
internal sealed class SimulatedMachine
{
    public SimulatedMachine(World world)
    {
        (World, Clock) = (world, world.NewClock());
        Engine = world.NewEngine(Clock);
    }

    public World World { get; }

    public MachineClock Clock { get; }

    public PublishingEngine Engine { get; }

    public bool IsDead { get; set; }
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
