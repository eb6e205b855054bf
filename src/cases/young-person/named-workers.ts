// Named workers and the other roles around a young person: who held which role from when to when (TRN-24, TRN-09).
import { ApiProperty } from '../../engine/api/api-property.js';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { OneLine } from '../../engine/api/field-checks.js';
import {
  endReasons,
  workerRoleCodes,
  workerRoles,
  youngPersonEvents as events,
  type DataOf,
} from '../../engine/person/domain/events.js';
import type { NamedWorker } from '../../engine/person/domain/state.js';
import { Dated } from '../../engine/use-cases/dated.js';
import { missing } from '../../engine/use-cases/use-case.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { invalid, OnwardError, refuse } from '../../kernel/errors.js';
import { idFrom } from '../../kernel/ids.js';
import { hasLeft, worksFor } from '../../rules/directory/current.js';
import { personUseCase } from './person-use-case.js';
import { AdultAccess, onlyWorkersOf } from './profile/adult-access.js';

const eachService = {
  roles: ['system', 'send-caseworker', 'camhs-clinician', 'adult-clinician', 'specialist-nurse', 'manager'],
  because:
    'Each service names its own workers; adult services only for young people they may know of (TRN-09, TRN-24, TRN-44).',
};

export class NewNamedWorker extends Dated {
  @ApiProperty({ enum: workerRoleCodes }) @IsIn(workerRoleCodes) role: string;
  @ApiProperty({ description: 'Id of the worker as an actor' }) @IsString() @Length(1, 120) workerId: string;
  @ApiProperty() @OneLine() @IsString() @Length(1, 200) name: string;

  @ApiProperty({
    required: false,
    description: 'The organisation of the worker (default: that of their account, else yours)',
  })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  organisation?: string;
}

/** `onlyOf`: the organisation whose workers alone somebody names and ends; nobody without it is held to one. */
interface Assigned {
  readonly on: CivilDate;
  readonly worker: DataOf<'namedWorkerAssigned'>;
  readonly onlyOf?: string;
}

export const assignNamedWorker = personUseCase({
  name: 'AssignNamedWorker',
  asks: 'AssignNamedWorker',
  post: 'api/v1/young-people/:personId/named-workers',
  does: 'Assign a named worker: the one before ends on the same day and stays in the history',
  rules: ['TRN-24', 'TRN-09'],
  who: eachService,
  input: NewNamedWorker,
  elsewhere: ['workerId'],
  uses: [AdultAccess],
  async command({ at: { personId }, details, on, context }, access) {
    await access.checkById(context.actor, personId);
    if (hasLeft(details.workerId, on)) throw invalid('workerId', 'has left', 'TRN-24');
    const worksAt = worksFor(details.workerId);
    const { organisation = worksAt ?? context.actor.organisation, ...rest } = details;
    if (worksAt !== undefined && worksAt !== organisation)
      throw invalid('organisation', 'is not the one that this worker has an account of', 'TRN-24');
    const worker = { ...rest, organisation, assignmentId: idFrom(context.commandId, 'named-worker') };
    return { on, worker, onlyOf: onlyWorkersOf(context.actor) };
  },
  /** A change of worker ends the one before on the same day, so the history has neither gap nor overlap. */
  decide({ on, worker, onlyOf }: Assigned, person) {
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
  },
  noForm: missing,
});

export class EndedNamedWorker extends Dated {
  @ApiProperty({ enum: endReasons }) @IsIn(endReasons) why: (typeof endReasons)[number];
  @ApiProperty({ required: false }) @IsOptional() @IsString() @Length(1, 4000) reason?: string;
}

interface Ended {
  readonly on: CivilDate;
  readonly assignmentId: string;
  readonly why: DataOf<'namedWorkerEnded'>['why'];
  readonly reason?: string;
  readonly onlyOf?: string;
}

export const endNamedWorker = personUseCase({
  name: 'EndNamedWorker',
  asks: 'EndNamedWorker',
  post: 'api/v1/young-people/:personId/named-workers/:assignmentId/end',
  does: 'End the assignment of a named worker',
  rules: ['TRN-24'],
  who: eachService,
  input: EndedNamedWorker,
  uses: [AdultAccess],
  async command({ at: { personId, assignmentId }, details, on, context }, access) {
    await access.checkById(context.actor, personId);
    return { ...details, assignmentId, on, onlyOf: onlyWorkersOf(context.actor) };
  },
  decide({ on, assignmentId, why, reason, onlyOf }: Ended, person) {
    const worker = person.workers.find(({ id }) => id === assignmentId);
    if (!worker) {
      throw new OnwardError('not-found', {
        detail: `This young person has no assignment with the id ${assignmentId}.`,
      });
    }
    requireOwn(onlyOf, worker);
    // What never was ends on the day it began: an empty time.
    const end = why === 'recorded-in-error' ? worker.from : on;
    if (worker.to === end) return [];
    if (end < worker.from) throw invalid('on', `is before the assignment began, on ${worker.from}`);
    if (worker.to !== undefined && why !== 'recorded-in-error')
      throw refuse('TRN-24', `This assignment ended already, on ${worker.to}.`);
    return [events.namedWorkerEnded.fact(end, { assignmentId, role: worker.role, why, reason })];
  },
  noForm: missing,
});

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
