namespace Press.Tests.Engine;

/// <summary>One random course of things, the same for the same seed.</summary>
internal sealed class Schedule
{
    private const int MostWorkers = 4;
    private const int Machines = 2;

    private static readonly SimulatedEvent Sweep = new(IsSite: false, "sweep");

    private readonly Choices _random;
    private readonly World _world;
    private readonly Uploads _uploads;
    private readonly bool _sweepFollows;
    private readonly SimulatedMachine[] _machines;
    private readonly List<SimulatedWorker> _workers = [];
    private readonly List<SimulatedEvent> _events = [];
    private readonly List<SimulatedEvent> _retries = [];
    private int _actions;
    private int _faults;
    private int _started;

    /// <param name="choices">Decide everything.</param>
    /// <param name="sabotage">How the engine is broken.</param>
    /// <param name="sweepFollows">
    /// Whether a sweep will repair what is still wrong: then events are lost, sources are deleted, time passes and workers go on without
    /// noticing that their lease is gone. Without a sweep all that is left are crashes, faults, and events that come late, twice or in
    /// another order.
    /// </param>
    public Schedule(Choices choices, Sabotage sabotage, bool sweepFollows)
    {
        _random = choices;
        _world = new World(sabotage);
        _uploads = new Uploads(_world, _random);
        _machines = [.. Enumerable.Range(0, Machines).Select(_ => new SimulatedMachine(_world))];
        _sweepFollows = sweepFollows;
        _actions = _random.Next(2, 9);
        _faults = _random.Next(0, 6);
    }

    /// <summary>What happened, a line each.</summary>
    public IReadOnlyList<string> Trace => _world.Trace;

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="BrokenPromiseException">What must never be was.</exception>
    public async Task RunAsync()
    {
        while (_actions > 0 || _events.Count > 0 || _retries.Count > 0 || _workers.Count > 0)
            await TakeStepAsync();

        if (_sweepFollows)
        {
            _world.ExpireLeases(tells: true);
            foreach (var machine in _machines)
                machine.Clock.Offset = _world.NewClock().Offset;
            _world.Clock.Advance(TimeSpan.FromDays(_random.Next(3)));
            await SweepAsync();
        }

        _world.Trace.Add("all is compared with a site that is made from nothing");
        await FromNothing.CompareAsync(_world, _uploads, wasSwept: _sweepFollows);
        if (!_sweepFollows)
            return;

        var before = _world.ETags();
        await SweepAsync();
        if (!before.SequenceEqual(_world.ETags()))
            throw new BrokenPromiseException(
                "A sweep that finds everything as it should be writes "
                    + $"{string.Join(", ", before.Except(_world.ETags()).Union(_world.ETags().Except(before)))}.");

        for (var times = 0; times < 3; times++)
            await CutOffAndTakeBackAsync();
        await FromNothing.CompareAsync(_world, _uploads, wasSwept: true);
    }

    /// <summary>
    /// Something is changed, who builds it is cut off, and then it is changed back: what it was made for is not there any more, and what it
    /// made is.
    /// </summary>
    private async Task CutOffAndTakeBackAsync()
    {
        await StartAsync(_uploads.Change());
        var worker = _workers[^1];
        _world.CrashesBeforeMemo = _random.Next(2) == 0;
        for (var left = _random.Next(50); !worker.IsOver; left--)
            await worker.StepAsync(left == 0 && !_world.CrashesBeforeMemo ? Fate.CrashesAfter : Fate.Succeeds);
        _workers.Clear();
        _world.CrashesBeforeMemo = false;
        _world.ExpireLeases(tells: true);
        _uploads.TakeBack();
        await SweepAsync();
    }

    /// <summary>One sweep to which nothing happens, on a machine that may have seen a lot.</summary>
    private async Task SweepAsync()
    {
        var sweeper = new SimulatedWorker(AnyMachine(), NameOf(Sweep), Sweep, engine => engine.SweepAsync(CancellationToken.None));
        await sweeper.SettleAsync();
        while (!sweeper.IsOver)
            await sweeper.StepAsync(Fate.Succeeds);
        if (!sweeper.Succeeded)
            throw new BrokenPromiseException("The sweep failed.");
    }

    /// <summary>One of the machines; where one has crashed there is a new one.</summary>
    private SimulatedMachine AnyMachine()
    {
        var index = _random.Next(Machines);
        if (_machines[index].IsDead)
            _machines[index] = new SimulatedMachine(_world);
        return _machines[index];
    }

    private async Task TakeStepAsync()
    {
        var choice = _random.Next(10);
        if (choice == 0 && _actions > 0)
        {
            _actions--;
            foreach (var told in _uploads.Act(deletes: _sweepFollows))
                Tell(told);
        }
        else if (choice == 1 && _events.Count > 0 && _workers.Count < MostWorkers)
        {
            await StartAsync(Take(_events));
        }
        else if (choice == 2 && _workers.Count == 0)
        {
            // Nothing else happens for a while: what failed is tried again, and a lease of the dead is over.
            _world.ExpireLeases(tells: true);
            _events.AddRange(_retries);
            _retries.Clear();
        }
        else if (choice == 3 && _sweepFollows && _random.Next(20) == 0)
        {
            _world.ExpireLeases(tells: _random.Next(2) == 0);
        }
        else if (choice == 3 && _sweepFollows && _random.Next(20) == 0)
        {
            Jump(_machines[_random.Next(Machines)]);
        }
        else if (choice == 3 && _sweepFollows && _random.Next(20) == 0 && _workers.Count < MostWorkers)
        {
            // The timer's. If it fails, the next one is as good.
            _world.Clock.Advance(TimeSpan.FromHours(_random.Next(13)));
            await StartAsync(Sweep);
        }
        else if (_workers.Count > 0)
        {
            await StepAsync(_workers[_random.Next(_workers.Count)]);
        }
    }

    /// <summary>The clock of a machine is wrong from here on, or right again.</summary>
    private void Jump(SimulatedMachine machine)
    {
        machine.Clock.Offset = TimeSpan.FromHours(_random.Of(0, -30, 30, 60));
        _world.Trace.Add($"the clock of a machine is off by {machine.Clock.Offset.TotalHours} hours");
    }

    private void Tell(SimulatedEvent told)
    {
        if (_sweepFollows && _random.Next(8) == 0)
            return;
        _events.Add(told);
        if (_random.Next(6) == 0)
            _events.Add(told);
    }

    private async Task StartAsync(SimulatedEvent told)
    {
        var name = told.Name.ToNormalForm(_random.Next(2) == 0 ? System.Text.NormalizationForm.FormC : System.Text.NormalizationForm.FormD);
        var worker = new SimulatedWorker(AnyMachine(), NameOf(told), told, engine =>
            told == Sweep
                ? engine.SweepAsync(CancellationToken.None) : told.IsSite
                    ? engine.ApplySiteAsync(name, CancellationToken.None)
                    : engine.PublishAsync(name, CancellationToken.None));
        await worker.SettleAsync();
        _workers.Add(worker);
    }

    private string NameOf(SimulatedEvent told) => $"worker {++_started} ({told.Name})";

    private async Task StepAsync(SimulatedWorker worker)
    {
        if (!worker.IsOver)
            await worker.StepAsync(NextFate());
        if (!worker.IsOver)
            return;
        _workers.Remove(worker);
        if (!worker.Succeeded && worker.Event != Sweep)
            _retries.Add(worker.Event);
    }

    private Fate NextFate()
    {
        if (_faults == 0 || _random.Next(15) != 0)
            return Fate.Succeeds;
        _faults--;
        return (Fate)_random.Next(1, Enum.GetValues<Fate>().Length);
    }

    private SimulatedEvent Take(List<SimulatedEvent> events)
    {
        var index = _random.Next(events.Count);
        var taken = events[index];
        events.RemoveAt(index);
        return taken;
    }
}
