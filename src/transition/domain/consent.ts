// Whether adult services may hear of a young person on a day (TRN-40 to TRN-44), from what is on the person's record.
import { birthday, type CivilDate } from '../../kernel/calendar/index.js';

export interface ConsentEntry {
  readonly eventId: string;
  readonly on: CivilDate;
  /** Code of the organisation or service. Consent is specific to it (TRN-43). */
  readonly recipient: string;
  readonly decision: 'given' | 'refused' | 'withdrawn' | 'overridden';
  readonly decidedBy?: string;
  /** First day on which it no longer holds. */
  readonly until?: CivilDate;
}

export interface ConsentStatus {
  readonly kind: 'given' | 'refused' | 'withdrawn' | 'overridden' | 'none';
  /** The event on which it rests. */
  readonly eventId?: string;
}

/** How it stood at the end of a day, for one recipient. `entries` are in the order in which they were recorded. */
export function consentOn(
  entries: readonly ConsentEntry[],
  recipient: string,
  birthDate: CivilDate | undefined,
  day: CivilDate,
): ConsentStatus {
  const there = entries.filter((entry) => entry.recipient === recipient && entry.on <= day);
  const decided = last(there.filter(({ decision }) => decision !== 'overridden'));
  if (decided?.decision === 'given' && stillCounts(decided, birthDate, day))
    return { kind: 'given', eventId: decided.eventId };
  const override = last(there.filter(({ decision }) => decision === 'overridden'));
  if (override && (override.until === undefined || day < override.until))
    return { kind: 'overridden', eventId: override.eventId };
  if (!decided || decided.decision === 'given') return { kind: 'none' };
  return { kind: decided.decision, eventId: decided.eventId };
}

/** From 16 the young person decides: what somebody with parental responsibility agreed to before no longer carries (TRN-40, TRN-42). */
function stillCounts({ decidedBy, until }: ConsentEntry, birthDate: CivilDate | undefined, day: CivilDate): boolean {
  if (until !== undefined && until <= day) return false;
  if (decidedBy !== 'person-with-parental-responsibility') return true;
  return birthDate !== undefined && day < birthday(birthDate, 16);
}

/** The latest by date; of one day the one recorded last. */
const last = (entries: readonly ConsentEntry[]): ConsentEntry | undefined =>
  entries.reduce<ConsentEntry | undefined>((found, entry) => (found && found.on > entry.on ? found : entry), undefined);

/** For everybody at a meeting at once: the weakest of the answers decides. */
export function consentOfAll(
  entries: readonly ConsentEntry[],
  recipients: readonly string[],
  birthDate: CivilDate | undefined,
  day: CivilDate,
): readonly ConsentStatus[] {
  return recipients.map((recipient) => consentOn(entries, recipient, birthDate, day));
}

/** For every service that anybody was ever asked about. */
export const consentsOn = (
  entries: readonly ConsentEntry[],
  birthDate: CivilDate | undefined,
  day: CivilDate,
): readonly ConsentStatus[] =>
  consentOfAll(entries, [...new Set(entries.map(({ recipient }) => recipient))], birthDate, day);

/** Given to anybody: enough for the step of asking. */
export function consentToAny(
  entries: readonly ConsentEntry[],
  birthDate: CivilDate | undefined,
  day: CivilDate,
): ConsentStatus {
  const all = consentsOn(entries, birthDate, day);
  return all.find(({ kind }) => kind === 'given') ?? all[0] ?? { kind: 'none' };
}
