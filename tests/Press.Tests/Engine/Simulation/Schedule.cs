namespace Press.Tests.Engine;

/// <summary>One random course of things, the same for the same seed.</summary>
internal sealed class Schedule
{
    private const int MostWorkers = 4;

    private readonly Random _random;
    private readonly World _world;
    private readonly Uploads _uploads;
    private readonly bool _sweepFollows;
    private readonly List<SimulatedWorker> _workers = [];
    private readonly List<SimulatedEvent> _events = [];
    private readonly List<SimulatedEvent> _retries = [];
    private int _actions;
    private int _faults;

    /// <param name="seed">Decides everything.</param>
    /// <param name="sabotage">How the engine is broken.</param>
    /// <param name="sweepFollows">
    /// Whether a sweep will repair what is still wrong: then events are lost, sources are deleted, time passes and workers go on without
    /// noticing that their lease is gone. Without a sweep all that is left are crashes, faults, and events that come late, twice or in another order.
    /// </param>
    public Schedule(int seed, Sabotage sabotage, bool sweepFollows)
    {
        _random = new Random(seed);
        _world = new World(sabotage);
        _uploads = new Uploads(_world, _random);
        _sweepFollows = sweepFollows;
        _actions = _random.Next(2, 9);
        _faults = _random.Next(0, 6);
    }

    /// <summary>Runs it to its end.</summary>
    /// <exception cref="BrokenPromiseException">What must never be was.</exception>
    public async Task RunAsync()
    {
        while (_actions > 0 || _events.Count > 0 || _retries.Count > 0 || _workers.Count > 0)
            await TakeStepAsync();

        if (_sweepFollows)
        {
            _world.ExpireLease(tells: true);
            _world.Clock.Advance(TimeSpan.FromDays(_random.Next(3)));
            var sweeper = new SimulatedWorker(_world, new SimulatedEvent(IsSite: false, "sweep"), engine => engine.SweepAsync(CancellationToken.None));
            await sweeper.SettleAsync();
            while (!sweeper.IsOver)
                await sweeper.StepAsync(Fate.Succeeds);
        }

        await FromNothing.CompareAsync(_world, _uploads);
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
            _world.ExpireLease(tells: true);
            _events.AddRange(_retries);
            _retries.Clear();
        }
        else if (choice == 3 && _sweepFollows && _random.Next(40) == 0)
        {
            _world.ExpireLease(tells: _random.Next(2) == 0);
        }
        else if (_workers.Count > 0)
        {
            await StepAsync(_workers[_random.Next(_workers.Count)]);
        }
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
        var worker = new SimulatedWorker(_world, told, engine => told.IsSite ? engine.ApplySiteAsync(told.Name, CancellationToken.None) : engine.PublishAsync(told.Name, CancellationToken.None));
        await worker.SettleAsync();
        _workers.Add(worker);
    }

    private async Task StepAsync(SimulatedWorker worker)
    {
        if (!worker.IsOver)
            await worker.StepAsync(NextFate());
        if (!worker.IsOver)
            return;
        _workers.Remove(worker);
        if (!worker.Succeeded)
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
