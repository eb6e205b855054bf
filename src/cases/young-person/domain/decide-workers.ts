// Named workers and the other roles around a young person: who held which role from when to when (TRN-24, TRN-09).
import { invalid, OnwardError, refuse } from '../../../kernel/errors.js';
import type { AssignNamedWorker, EndNamedWorker } from './command.js';
import {
  workerRoles,
  youngPersonEvents as events,
  type YoungPersonFact,
} from '../../../engine/person/domain/events.js';
import type { NamedWorker, YoungPerson } from '../../../engine/person/domain/state.js';

/** A change of worker ends the one before on the same day, so the history has neither gap nor overlap. */
export function assignNamedWorker(
  { on, worker, onlyOf }: AssignNamedWorker,
  person: YoungPerson,
): readonly YoungPersonFact[] {
  const role = workerRoles.find(({ code }) => code === worker.role);
  if (!role) throw invalid('role', 'is not a role of the list', 'TRN-24');
  if (person.diedOn !== undefined && on > person.diedOn)
    throw refuse('TRN-24', `The young person died on ${person.diedOn}.`);
  requireOwn(onlyOf, worker);
  const same = person.workers.filter(
    (other) => other.role === role.code && (role.holders === 'one' || other.organisation === worker.organisation),
  );
  const holder = same.find((other) => holdsOn(other, on));
  if (holder && holder.workerId === worker.workerId && holder.organisation === worker.organisation) return [];
  if (holder) requireOwn(onlyOf, holder);
  if (holder && (holder.to !== undefined || holder.from === on)) {
    throw refuse('TRN-24', `Someone else held this role from ${holder.from}${holder.to ? ` to ${holder.to}` : ''}.`, {
      help: 'Choose a later day, or end the other assignment as recorded in error first.',
    });
  }
  const next = same
    .filter((other) => other.from > on && other.to !== other.from)
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  const replaced = (assignmentId: string, date: typeof on) =>
    events.namedWorkerEnded.fact(date, { assignmentId, role: role.code, why: 'replaced' });
  return [
    ...(holder ? [replaced(holder.id, on)] : []),
    events.namedWorkerAssigned.fact(on, worker),
    ...(next ? [replaced(worker.assignmentId, next.from)] : []),
  ];
}

export function endNamedWorker(command: EndNamedWorker, person: YoungPerson): readonly YoungPersonFact[] {
  const { on, assignmentId, why, reason } = command;
  const worker = person.workers.find(({ id }) => id === assignmentId);
  if (!worker) {
    throw new OnwardError('not-found', { detail: `This young person has no assignment with the id ${assignmentId}.` });
  }
  requireOwn(command.onlyOf, worker);
  // What never was ends on the day it began: an empty time.
  const end = why === 'recorded-in-error' ? worker.from : on;
  if (worker.to === end) return [];
  if (end < worker.from) throw invalid('on', `is before the assignment began, on ${worker.from}`);
  if (worker.to !== undefined && why !== 'recorded-in-error')
    throw refuse('TRN-24', `This assignment ended already, on ${worker.to}.`);
  return [events.namedWorkerEnded.fact(end, { assignmentId, role: worker.role, why, reason })];
}

const holdsOn = ({ from, to }: NamedWorker, date: string): boolean => from <= date && (to === undefined || to > date);

/** An adult service comes to a case as a guest: who works there for another organisation, that one says. Error: `not-permitted`. */
function requireOwn(onlyOf: string | undefined, { organisation }: Pick<NamedWorker, 'organisation'>): void {
  if (onlyOf === undefined || onlyOf === organisation) return;
  throw new OnwardError('not-permitted', {
    rule: 'TRN-24',
    detail: 'An adult service names and ends its own workers only; this one is of another organisation.',
    help: 'Ask that organisation, or a manager, to end the assignment or to name the new worker.',
  });
}
