// Who may say for a service that it opened the case or accepted (TRN-01b): somebody of it; CAMHS only for a service that has nobody here.
import { Injectable } from '@nestjs/common';
import { ActorDirectory } from '../../engine/access/actors.js';
import { directory } from '../../rules/directory/current.js';
import type { Actor } from '../../kernel/envelope.js';
import { OnwardError } from '../../kernel/errors.js';
import type { AcceptanceRecorder } from './domain/codes.js';
import { destinationOf } from './domain/destinations.js';

@Injectable()
export class ReceivingSide {
  constructor(private readonly actors: ActorDirectory) {}

  /** Error: `not-permitted`. */
  recorderOf(actor: Actor, service: string): AcceptanceRecorder {
    return recorderOf(actor, service, this.actors.all());
  }

  /** A no is recorded by somebody of that service, or by CAMHS: it leaves the young person where they are. Error: `not-permitted`. */
  mayRefuse(actor: Actor, service: string): void {
    mayRefuse(actor, service, this.actors.all());
  }

  mayRecord(actor: Actor, service: string): boolean {
    return actor.role === 'adult-clinician' ? isOf(actor, service) : !isHere(service, this.actors.all());
  }

  /** Whether `mayRefuse` lets it pass: for a page that offers the form. */
  mayRecordNo(actor: Actor, service: string): boolean {
    return actor.role !== 'adult-clinician' || isOf(actor, service);
  }
}

/** Pure. Error: `not-permitted`. */
export function recorderOf(actor: Actor, service: string, people: readonly Actor[]): AcceptanceRecorder {
  const { label } = destinationOf(service, 'service');
  if (actor.role === 'adult-clinician') {
    if (isOf(actor, service)) return 'receiver';
    throw refused(
      `${label} is not a service of yours.`,
      'Somebody of that service records it, or CAMHS with who said so, how, and what shows it.',
    );
  }
  if (isHere(service, people))
    throw refused(`${label} has people here: they record what it opened or accepted.`, 'Ask them to record it.');
  return 'camhs';
}

/** Pure. Error: `not-permitted`. */
export function mayRefuse(actor: Actor, service: string, people: readonly Actor[]): void {
  if (actor.role === 'adult-clinician') recorderOf(actor, service, people);
}

const isHere = (service: string, people: readonly Actor[]): boolean =>
  people.some((known) => known.role === 'adult-clinician' && isOf(known, service));

/** Whether somebody is of an adult service: the lists of the area say which services an organisation provides. */
export const isOf = ({ role, organisation }: Actor, service: string): boolean =>
  role === 'adult-clinician' && directory().receivedBy(organisation).includes(service);

const refused = (detail: string, help: string): OnwardError =>
  new OnwardError('not-permitted', { rule: 'TRN-01b', detail, help });
