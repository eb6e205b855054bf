// Who co-ordinates the move, as the person's own history tells it (TRN-24).
import type { CivilDate } from '../../../kernel/calendar/index.js';
import type { YoungPersonEvent } from '../../../engine/person/domain/events.js';
import type { AboutPerson } from './facts.js';
import type { Done } from './state.js';

/** An event of a person; of those that tell of named workers the data are read. */
interface PersonEvent {
  readonly type: string;
  readonly id: string;
  readonly occurredOn: CivilDate;
  readonly data: Readonly<Record<string, unknown>>;
}

interface Assignment {
  readonly id: unknown;
  readonly from: Done;
  readonly until?: Done;
}

const assigned: YoungPersonEvent['type'] = 'NamedWorkerAssigned';
const ended: YoungPersonEvent['type'] = 'NamedWorkerEnded';

/** From the first named worker, to the end of the last. */
export function namedWorkers(
  events: readonly PersonEvent[],
): Pick<AboutPerson, 'namedWorkerFrom' | 'namedWorkerUntil'> {
  const workers: Assignment[] = [];
  for (const { type, id, occurredOn, data } of events) {
    const done = { on: occurredOn, eventId: id };
    if (type === assigned && data['role'] === 'named-worker') workers.push({ id: data['assignmentId'], from: done });
    const at = type === ended ? workers.findIndex((one) => one.id === data['assignmentId']) : -1;
    if (at >= 0) workers[at] = { ...workers[at]!, until: done };
  }
  // An assignment recorded in error ends on the day on which it began: nobody was there.
  const held = workers.filter(({ from, until }) => until === undefined || until.on > from.on);
  held.sort((a, b) => (a.from.on < b.from.on ? -1 : 1));
  return { namedWorkerFrom: held[0]?.from, namedWorkerUntil: held.at(-1)?.until };
}
