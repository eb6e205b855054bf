// What a decision about a transition must know of the person: the birth date and the consents, from their own stream.
import { Injectable } from '@nestjs/common';
import { Journal } from '../../store/journal.js';
import type { Envelope } from '../../store/codec.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { streamOf } from '../../kernel/decider.js';
import { notFound } from '../../kernel/errors.js';
import { destroyed } from '../../store/keys/key-store.js';
import { withEnds, type ConsentEntry, type JudgedEntry } from './domain/consent.js';
import type { endsOn } from '../../engine/person/domain/consent.js';
import type { YoungPersonEvent } from '../../engine/person/domain/events.js';
import { sendNowOf } from '../../engine/person/domain/send-status.js';

export interface OnRecord {
  readonly birthDate: CivilDate;
  /** SEND support, an EHC plan or an expected long-term need (AMB-07). */
  readonly send: boolean;
  /** By purpose, in the order in which they were recorded. */
  readonly consents: Readonly<Record<string, readonly JudgedEntry[]>>;
}

export interface Seen {
  readonly birthDate?: CivilDate;
  readonly consents: Readonly<Record<string, readonly ConsentEntry[]>>;
  readonly assessments?: readonly Assessment[];
}

type Assessment = Parameters<typeof endsOn>[3][number];

@Injectable()
export class PersonOnRecord {
  constructor(private readonly journal: Journal) {}

  /** Errors: `not-found`; `personal-data-destroyed`. */
  async read(personId: string): Promise<OnRecord> {
    let seen: Seen | undefined;
    const events: Envelope[] = [];
    for await (const page of this.journal.read(streamOf('youngPerson', personId))) {
      for (const event of page) seen = see(seen ?? { consents: {} }, event);
      events.push(...page);
    }
    if (!seen) throw notFound('young person', personId);
    const { birthDate, consents, assessments } = seen;
    if (birthDate === undefined) throw destroyed(personId);
    return { birthDate, send: sendNowOf(events).needs, consents: judged(consents, birthDate, assessments ?? []) };
  }
}

/** Folds what is asked of the person here; every other event leaves it as it is. */
export function see(seen: Seen, envelope: Envelope): Seen {
  const event = envelope as unknown as YoungPersonEvent;
  const { id: eventId, occurredOn: on } = event;
  switch (event.type) {
    case 'YoungPersonRegistered':
      return { ...seen, birthDate: event.data.birthDate };
    case 'YoungPersonDetailsCorrected':
      return { ...seen, birthDate: event.data.birthDate ?? seen.birthDate };
    case 'ConsentRecorded': {
      const { purpose, recipient, decision, decidedBy } = event.data;
      return withConsent(seen, purpose, { eventId, on, recipient, decision, decidedBy });
    }
    case 'CompetenceAssessed': {
      const { purpose, recipient, outcome } = event.data;
      const others = (seen.assessments ?? []).filter((one) => one.on <= on);
      const later = (seen.assessments ?? []).slice(others.length);
      return { ...seen, assessments: [...others, { purpose, recipient, outcome, on }, ...later] };
    }
    case 'ConsentOverridden': {
      const { purpose, recipient, basis, until } = event.data;
      return withConsent(seen, purpose, { eventId, on, recipient, decision: 'overridden', basis, until });
    }
    default:
      return seen;
  }
}

/** Each consent with the day on which it stopped being the decision of whoever may decide (TRN-40 to TRN-42). */
const judged = (
  consents: Seen['consents'],
  birthDate: CivilDate,
  assessments: readonly Assessment[],
): OnRecord['consents'] =>
  Object.fromEntries(
    Object.entries(consents).map(([purpose, entries]) => [purpose, withEnds(purpose, entries, birthDate, assessments)]),
  );

const withConsent = (seen: Seen, purpose: string, entry: ConsentEntry): Seen => ({
  ...seen,
  consents: { ...seen.consents, [purpose]: [...(seen.consents[purpose] ?? []), entry] },
});
