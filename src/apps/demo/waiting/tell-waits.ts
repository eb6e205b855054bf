// The waits of Seaborough: of people with a plan or a transition, and of people who only wait.
import { addDays, type CivilDate } from '../../../kernel/calendar/index.js';
import { idFrom } from '../../../kernel/ids.js';
import type { Pathway, Urgency } from '../../../cases/waiting/domain/codes.js';
import { packFor } from '../../../cases/waiting/pack.js';
import { bornForAge } from '../days.js';
import type { ActorId } from '../people/demo-actor.js';
import type { MakingUp } from '../people/make-up.js';
import { Tale } from '../tale.js';
import data from './wait-kinds.json' with { type: 'json' };
import { waitStep } from './wait-steps.js';

interface Kind {
  readonly pathway: string;
  readonly service: string;
  readonly provider: string;
  readonly since: number;
  readonly joins?: number;
  readonly age?: readonly number[];
  readonly urgency?: string;
  /** Word, days after the referral, and for a booking the days until the appointment. */
  readonly then: readonly (readonly (string | number)[])[];
}

/** Answers the tales of those who are new; what others wait for is added to theirs. */
export function tellWaits(others: readonly Tale[], making: MakingUp, today: CivilDate): Tale[] {
  const fresh: Tale[] = [];
  for (const [at, kind] of (data.waits as readonly Kind[]).entries()) {
    const received = addDays(today, -kind.since);
    const known = kind.joins === undefined ? undefined : others[kind.joins];
    const tale = known ?? newTale(kind, received, making, today);
    if (!known) fresh.push(tale);
    tellWait(tale, kind, at, received);
  }
  return fresh;
}

function newTale(
  { age: [years = 8, months = 0] = [] }: Kind,
  received: CivilDate,
  making: MakingUp,
  today: CivilDate,
): Tale {
  const birthDate = bornForAge(today, years, months, making.luck.below(27));
  return new Tale(making.person({ birthDate, sendStatus: 'not-known', knownFrom: received }));
}

function tellWait(tale: Tale, kind: Kind, at: number, on: CivilDate): void {
  const { pathway, service, provider, urgency = 'routine', then } = kind;
  const id = idFrom(tale.person.id, 'wait', service, at);
  const actor: ActorId = provider === 'estuary-camhs' ? 'ben.clinician' : 'dev.nurse';
  const list = { pathway: pathway as Pathway, service, provider, urgency: urgency as Urgency };
  const source = at % 3 === 0 ? 'school' : 'gp';
  tale.wait(id, { type: 'Refer', on, referral: { personId: tale.person.id, ...list, source, ...packFor(on) } }, actor);
  for (const [word, after, days] of then)
    tale.wait(id, waitStep(String(word), addDays(on, Number(after)), Number(days ?? 0)), actor);
}
