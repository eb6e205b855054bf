// What a decision about a transition must know of the person: the birth date, special needs and the consents, from their own record.
import { Injectable } from '@nestjs/common';
import { Journal } from '../../store/journal.js';
import type { Envelope } from '../../store/codec.js';
import type { CivilDate } from '../../kernel/calendar/index.js';
import { notFound } from '../../kernel/errors.js';
import { destroyed } from '../../store/keys/key-store.js';
import { withEnds, type ConsentEntry, type JudgedEntry } from './domain/consent.js';
import type { endsOn } from '../../engine/person/domain/consent.js';
import { personThen } from '../../engine/person/person-then.js';
import type { YoungPersonEvent } from '../../engine/person/domain/events.js';
import { sendNowOf } from '../../engine/person/domain/send-status.js';

export interface OnRecord {
  readonly birthDate: CivilDate;
  /** SEND support, an EHC plan or an expected long-term need (AMB-07). */
  readonly send: boolean;
  /** By purpose, in the order in which they were recorded. */
  readonly consents: Readonly<Record<string, readonly JudgedEntry[]>>;
}

interface Seen {
  readonly consents: Readonly<Record<string, readonly ConsentEntry[]>>;
  readonly assessments: readonly Assessment[];
}

const nothing: Seen = { consents: {}, assessments: [] };

type Assessment = Parameters<typeof endsOn>[3][number];

@Injectable()
export class PersonOnRecord {
  constructor(private readonly journal: Journal) {}

  /** Errors: `not-found`; `personal-data-destroyed`. */
  async read(personId: string): Promise<OnRecord> {
    const { birthDate, events } = await personThen(this.journal, personId);
    if (events.length === 0) throw notFound('young person', personId);
    if (!birthDate) throw destroyed(personId);
    const { consents, assessments } = events.reduce(see, nothing);
    return {
      birthDate: birthDate.on,
      send: sendNowOf(events).needs,
      consents: judged(consents, birthDate.on, assessments),
    };
  }
}

/** Folds what is asked of the person here; every other event leaves it as it is. */
function see(seen: Seen, envelope: Envelope): Seen {
  const event = envelope as unknown as YoungPersonEvent;
  const { id: eventId, occurredOn: on } = event;
  switch (event.type) {
    case 'ConsentRecorded': {
      const { purpose, recipient, decision, decidedBy } = event.data;
      return withConsent(seen, purpose, { eventId, on, recipient, decision, decidedBy });
    }
    case 'CompetenceAssessed': {
      const { purpose, recipient, outcome } = event.data;
      const others = seen.assessments.filter((one) => one.on <= on);
      const later = seen.assessments.slice(others.length);
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
