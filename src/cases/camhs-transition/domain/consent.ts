// Whether adult services may hear of a young person on a day (TRN-40 to TRN-44), from what is on the person's record.
import type { CivilDate } from '../../../kernel/calendar/index.js';
import { endsOn, overrideEnds } from '../../../engine/person/domain/consent.js';

export interface ConsentEntry {
  readonly eventId: string;
  readonly on: CivilDate;
  /** Code of the organisation or service. Consent is specific to it (TRN-43). */
  readonly recipient: string;
  readonly decision: 'given' | 'refused' | 'withdrawn' | 'overridden';
  readonly decidedBy?: string;
  /** Of an override. */
  readonly basis?: Parameters<typeof overrideEnds>[0]['basis'];
  /** First day on which it no longer holds. */
  readonly until?: CivilDate;
}

export interface ConsentStatus {
  readonly kind: 'given' | 'refused' | 'withdrawn' | 'overridden' | 'none';
  /** The event on which it rests. */
  readonly eventId?: string;
}

/** An entry whose end is reckoned (`withEnds`, or the rows of people): only of such a one can be said whether it counts. */
export interface JudgedEntry extends ConsentEntry {
  readonly until: CivilDate | undefined;
}

/** How it stood at the end of a day, for one recipient. `entries` are in the order in which they were recorded. */
export function consentOn(entries: readonly JudgedEntry[], recipient: string, day: CivilDate): ConsentStatus {
  const there = entries.filter((entry) => entry.recipient === recipient && entry.on <= day);
  const decided = last(there.filter(({ decision }) => decision !== 'overridden'));
  if (decided?.decision === 'given' && lasts(decided, day)) return { kind: 'given', eventId: decided.eventId };
  const override = last(there.filter(({ decision }) => decision === 'overridden'));
  if (override && lasts(override, day)) return { kind: 'overridden', eventId: override.eventId };
  if (!decided || decided.decision === 'given') return { kind: 'none' };
  return { kind: decided.decision, eventId: decided.eventId };
}

/** The end knows when it stopped being the decision of whoever may decide (`endsOn`, TRN-40 to TRN-42), and until when an override holds. */
const lasts = ({ until }: JudgedEntry, day: CivilDate): boolean => until === undefined || day < until;

/** The latest by date; of one day the one recorded last. */
const last = (entries: readonly JudgedEntry[]): JudgedEntry | undefined =>
  entries.reduce<JudgedEntry | undefined>((found, entry) => (found && found.on > entry.on ? found : entry), undefined);

/** For everybody at a meeting at once: the weakest of the answers decides. */
export function consentOfAll(
  entries: readonly JudgedEntry[],
  recipients: readonly string[],
  day: CivilDate,
): readonly ConsentStatus[] {
  return recipients.map((recipient) => consentOn(entries, recipient, day));
}

/** For every service that anybody was ever asked about. */
export const consentsOn = (entries: readonly JudgedEntry[], day: CivilDate): readonly ConsentStatus[] =>
  consentOfAll(entries, [...new Set(entries.map(({ recipient }) => recipient))], day);

/** Given to anybody: enough for the step of asking. */
export function consentToAny(entries: readonly JudgedEntry[], day: CivilDate): ConsentStatus {
  const all = consentsOn(entries, day);
  return all.find(({ kind }) => kind === 'given') ?? all[0] ?? { kind: 'none' };
}

/** The entries of one purpose, each consent with the day on which it stopped being the decision of whoever may decide. */
export function withEnds(
  purpose: string,
  entries: readonly ConsentEntry[],
  birthDate: CivilDate,
  assessments: Parameters<typeof endsOn>[3],
): readonly JudgedEntry[] {
  const decided = entries.filter(isDecision).map((entry) => ({ ...entry, purpose }));
  return entries.map((entry) => {
    if (entry.basis) return { ...entry, until: overrideEnds({ ...entry, basis: entry.basis, purpose }, decided) };
    const given = decided.find(({ eventId, decision }) => eventId === entry.eventId && decision === 'given');
    return given
      ? { ...entry, until: endsOn(given, decided, birthDate, assessments) }
      : { ...entry, until: entry.until };
  });
}

type Decision = ConsentEntry & Pick<Parameters<typeof endsOn>[0], 'decision' | 'decidedBy'>;
const isDecision = (entry: ConsentEntry): entry is Decision => entry.decision !== 'overridden';
