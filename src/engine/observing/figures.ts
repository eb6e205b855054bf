// The figures that Prometheus collects. Labels are names of the code: never a person, a case, an address or anything typed.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { stopwatch } from '../../kernel/clock.js';
import { outcomeOfError } from './outcome.js';
import type { Doing, Watcher } from '../../kernel/watcher.js';

/** How far a list or a process manager is behind. */
export interface PlaceFigure {
  readonly name: string;
  readonly events: number;
  readonly seconds: number;
  readonly paused: boolean;
}

export interface Projected {
  readonly projections: readonly string[];
  readonly events: number;
  readonly seconds: number;
}

export interface Answered {
  readonly method: string;
  /** The template of the route, with `:id` for ids. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export class Figures implements Watcher {
  private readonly registry = new Registry();
  private readonly commands = this.counter('onward_commands_total', 'Commands by outcome', ['command', 'outcome']);
  private readonly commandSeconds = this.histogram('onward_command_seconds', 'Time a command took', ['command']);
  private readonly querySeconds = this.histogram('onward_query_seconds', 'Time a question took', ['query']);
  private readonly appendSeconds = this.histogram('onward_append_seconds', 'Time until an append was durable', []);
  private readonly appends = this.counter('onward_appends_total', 'Appends by outcome', ['outcome']);
  private readonly events = this.counter('onward_events_appended_total', 'Events recorded', ['category']);
  private readonly conflicts = this.counter('onward_append_conflicts_total', 'Appends that somebody was quicker than');
  private readonly effects = this.counter('onward_effects_total', 'What process managers and timers did', [
    'by',
    'outcome',
  ]);
  private readonly requests = this.histogram('onward_request_seconds', 'Time until a request was answered', [
    'method',
    'route',
    'status',
  ]);
  private readonly projectedEvents = this.counter('onward_events_projected_total', 'Events that a list took', [
    'projection',
  ]);
  private readonly projectingSeconds = this.histogram('onward_projecting_seconds', 'Time a page of events took', []);
  private readonly falls = this.counter(
    'onward_projecting_thread_falls_total',
    'Times the projecting thread fell over',
  );
  private readonly turnedAways = this.counter('onward_turned_away_total', 'Who was not let in or was refused', ['why']);
  private readonly lists = this.placeGauges('onward_projection', 'projection');
  private readonly managers = this.placeGauges('onward_process_manager', 'manager');
  private readonly storeUp = this.gauge('onward_store_up', '1 when the event store can be read');
  private readonly listsInUse = this.gauge('onward_lists_in_use', '1 when there are lists to ask');

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  async around<T>(doing: Doing, work: () => Promise<T>): Promise<T> {
    const seconds = stopwatch();
    try {
      const answer = await work();
      const repeated = doing.kind === 'append' && (answer as { repeated?: boolean }).repeated === true;
      this.note(doing, repeated ? 'repeated' : 'done', seconds());
      return answer;
    } catch (error) {
      this.note(doing, outcomeOfError(error), seconds());
      throw error;
    }
  }

  answered({ method, route, status, seconds }: Answered): void {
    this.requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds);
  }

  projected({ projections, events, seconds }: Projected): void {
    for (const projection of projections) this.projectedEvents.inc({ projection }, events);
    this.projectingSeconds.observe(seconds);
  }

  /** Somebody was not let in, or was refused. */
  turnedAway(why: string): void {
    this.turnedAways.inc({ why });
  }

  threadFell(): void {
    this.falls.inc();
  }

  /** How things stand at this moment. What cannot be known is not shown with an old value. */
  stands(is: {
    readonly store: boolean;
    readonly lists: boolean | undefined;
    readonly projections: readonly PlaceFigure[];
    readonly managers: readonly PlaceFigure[];
  }): void {
    this.storeUp.set(is.store ? 1 : 0);
    if (is.lists === undefined) this.listsInUse.remove();
    else this.listsInUse.set(is.lists ? 1 : 0);
    this.lists(is.projections);
    this.managers(is.managers);
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }

  private note(doing: Doing, outcome: string, seconds: number): void {
    switch (doing.kind) {
      case 'command':
        this.commands.inc({ command: doing.name, outcome });
        return this.commandSeconds.observe({ command: doing.name }, seconds);
      case 'query':
        return this.querySeconds.observe({ query: doing.name }, seconds);
      case 'effect':
        return this.effects.inc({ by: doing.by, outcome });
      case 'append':
        this.appends.inc({ outcome });
        if (outcome === 'done') this.events.inc({ category: doing.category }, doing.events);
        if (outcome === 'changed-by-someone-else') this.conflicts.inc();
        return this.appendSeconds.observe(seconds);
    }
  }

  private counter(name: string, help: string, labelNames: readonly string[] = []): Counter {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  private gauge(name: string, help: string, labelNames: readonly string[] = []): Gauge {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  private histogram(name: string, help: string, labelNames: readonly string[]): Histogram {
    return new Histogram({ name, help, labelNames: [...labelNames], buckets, registers: [this.registry] });
  }

  private placeGauges(prefix: string, label: string): (places: readonly PlaceFigure[]) => void {
    const events = this.gauge(`${prefix}_lag_events`, 'Events between it and the newest', [label]);
    const seconds = this.gauge(`${prefix}_lag_seconds`, 'Age of the oldest event that it has not taken', [label]);
    const paused = this.gauge(`${prefix}_paused`, '1 when it stands still until somebody resumes it', [label]);
    return (places) => {
      for (const gauge of [events, seconds, paused]) gauge.reset();
      for (const place of places) {
        events.set({ [label]: place.name }, place.events);
        seconds.set({ [label]: place.name }, place.seconds);
        paused.set({ [label]: place.name }, place.paused ? 1 : 0);
      }
    };
  }
}
