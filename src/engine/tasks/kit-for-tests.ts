// For tests of follow-ups: a store, histories written into it, the managers over it, and the tasks that came of them.
import { catalogue, processManagers, whole } from '../../apps/cases.js';
import { CommandRunner } from '../commands/command-runner.js';
import { Journal } from '../../store/journal.js';
import { MemoryEventStore } from '../../store/memory/memory-event-store.js';
import type { EventStore } from '../../store/port.js';
import { policiesOf } from '../../apps/use-cases.js';
import { civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import { parseStream } from '../../kernel/decider.js';
import type { Fact } from '../../kernel/events.js';
import { FixedClock } from '../../kernel/clock.js';
import { MemorySubjectKeys } from '../../store/keys/memory-subject-keys.js';
import { ManagerPlaces } from '../processing/process-managers/places.js';
import { ProcessManagers, type ProcessManagersParts } from '../processing/process-managers/process-managers.js';
import { carryOut } from '../use-cases/offers.js';
import type { UseCaseMessage } from '../use-cases/use-case.js';
import { keepTask } from './commands/keep-task.js';
import { taskOf } from './domain/decide.js';
import { dueOf } from './domain/facts.js';
import { newsForDays } from './domain/kinds.js';
import { keepingOf } from './order-to-command.js';

export const today = civilDate('2026-06-15');
const policies = policiesOf(whole);

export interface TaskSeen {
  readonly kind?: string;
  readonly caseId?: string;
  readonly due?: CivilDate;
  readonly closed?: string;
}

/** Stores in memory unless one is given; the clock stands at 15 June 2026. */
export function aDesk(store: EventStore = new MemoryEventStore(), keys = new MemorySubjectKeys()) {
  const clock = new FixedClock(`${today}T09:00:00.000Z`);
  const journal = new Journal(store, keys, catalogue, clock);
  const runner = new CommandRunner(journal);
  let told = 0;
  /** As the dispatcher does it: the policy first. */
  const send = async (command: UseCaseMessage) => {
    (await policies).require('KeepTask', command.context.actor);
    return carryOut(keepTask, command, [runner], clock.today());
  };
  /** Appends facts to a case, and answers the ids of their events. */
  const record = async (stream: string, ...facts: readonly Fact[]) => {
    const commandId = `told-${stream}-${++told}`;
    const actor = { id: 'ben', role: 'camhs-clinician', organisation: 'estuary-camhs' };
    const context = { actor, commandId, correlationId: `correlation-${told}`, subject: 'p1' };
    return (await journal.append(stream, 'any', facts, context)).eventIds;
  };
  const managing = (more: Partial<ProcessManagersParts> = {}) =>
    new ProcessManagers({
      journal,
      // What tells people's records of a fact makes no task.
      managers: processManagers.filter(({ fromTheStart = false }) => !fromTheStart),
      places: new ManagerPlaces(),
      clock,
      carryOut: (order) => send(keepingOf(order, clock.today())),
      newsForDays,
      retries: [1],
      ...more,
    });
  return { store, keys, clock, journal, send, record, managing, ...reading(journal) };
}

function reading(journal: Journal) {
  /** Every event about tasks, as it is stored, without its position: two runs did the same when these are the same. */
  const taskEvents = async () => {
    const events: object[] = [];
    for await (const page of journal.store.readAll())
      for (const { position: _, ...event } of page) if (/^\w+Task-/.test(event.stream)) events.push(event);
    return events.sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  };
  const taskStreams = async (): Promise<string[]> => {
    const streams = new Set<string>();
    for await (const page of journal.store.readAll())
      for (const { stream } of page) if (/^\w+Task-/.test(stream)) streams.add(stream);
    return [...streams];
  };
  const tasks = async (): Promise<TaskSeen[]> => {
    const seen: TaskSeen[] = [];
    for (const stream of await taskStreams()) {
      const { category, id } = parseStream(stream);
      const { state } = await journal.load(taskOf(category.replace('Task', '')), id);
      const { kind, caseId } = state.opened ?? {};
      seen.push({ kind, caseId, due: dueOf(state), closed: state.closed?.how });
    }
    return seen.sort((a, b) => (`${a.kind} ${a.due}` < `${b.kind} ${b.due}` ? -1 : 1));
  };
  return { taskEvents, taskStreams, tasks };
}

const placeOf = (event: object): string => {
  const { stream, revision } = event as { stream: string; revision: number };
  return `${stream} ${String(revision).padStart(6, '0')}`;
};
