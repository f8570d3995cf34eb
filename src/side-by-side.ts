/** What a stream has given: its next event, its end, or a failure. */
type Step<Event> = { stream: AsyncGenerator<Event>; result: IteratorResult<Event> } | { error: unknown };

/**
 * The events of several streams as they come, those of each stream in their order. A stream goes on when its last event
 * was taken. The first failure ends all: what the others are about to give still comes, then the failure.
 * @param limit streams at once; the others begin in their order when one has ended
 * @param stop called when no more events are wanted, so that the streams come to their end soon
 */
export async function* sideBySide<Event>(streams: Iterable<AsyncGenerator<Event>>, limit: number, stop: () => void): AsyncGenerator<Event> {
  const waiting = streams[Symbol.iterator]();
  const steps = new Steps<Event>();
  const failures: unknown[] = [];
  const start = (): boolean => {
    const next = waiting.next();
    if (!next.done) steps.ask(next.value);
    return !next.done;
  };
  try {
    while (steps.asked < limit && start());
    while (steps.asked > 0) {
      const step = await steps.next();
      if ('error' in step) {
        stop();
        failures.push(step.error);
      } else if (!step.result.done) {
        yield step.result.value;
        if (failures.length === 0) steps.ask(step.stream);
      } else if (failures.length === 0) start();
    }
  } finally {
    stop();
    while (steps.asked > 0) await steps.next();
  }
  if (failures.length > 0) throw failures[0];
}

/** Steps in the order in which they come. Racing promises would gather callbacks at those that take long. */
class Steps<Event> {
  /** Streams that have been asked for a step which nobody has taken yet. */
  asked = 0;
  private readonly come: Step<Event>[] = [];
  private wake: () => void = () => undefined;

  ask(stream: AsyncGenerator<Event>): void {
    this.asked += 1;
    const take = (step: Step<Event>): void => {
      this.come.push(step);
      this.wake();
    };
    stream.next().then((result) => take({ stream, result }), (error: unknown) => take({ error }));
  }

  async next(): Promise<Step<Event>> {
    for (;;) {
      const step = this.come.shift();
      if (step) {
        this.asked -= 1;
        return step;
      }
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }
}
