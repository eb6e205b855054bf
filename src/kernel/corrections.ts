// A history as it counts: what was corrected as it is corrected, what was withdrawn not at all. It is made before anything is folded (REC-24).
import { Type } from '@sinclair/typebox';
import { isCivilDate, londonDate, type CivilDate } from './calendar/index.js';
import {
  defineEvent,
  field,
  type Fact,
  type FactOf,
  type PastEvent,
  type ReadAs,
  type Recorded,
  type Upcast,
} from './events.js';

/** What any kind of case can say of a fact that was recorded wrongly. The fact itself stays in the history (REC-11). */
export const correctionFacts = {
  /** Occurred on the day of the correction. The day of the fact itself is the field `occurredOn`, others are fields of its data. */
  corrected: defineEvent(
    'FactCorrected',
    {
      correctsEventId: field.id(),
      changes: field.list(
        field.object({
          field: field.id(),
          /** Missing where nothing was said before. */
          from: field.optional(Type.Union([field.dateOrCodeAsRecorded(), field.flag()])),
          to: Type.Union([field.dateOrCode(), field.flag()]),
        }),
      ),
      reason: field.text(),
    },
    { personal: ['reason'], beforeBirth: ['from'] },
  ),
  /** Version 1 was that of EHC plans, which called the fact `eventId`. */
  withdrawn: defineEvent(
    'FactWithdrawn',
    { correctsEventId: field.id(), reason: field.text() },
    {
      version: 2,
      personal: ['reason'],
      upcasts: { 1: ({ eventId, ...data }) => ({ ...data, correctsEventId: eventId }) },
    },
  ),
};

/** For released corrections: what they changed follows from their own words. */
export const readAsCorrected = (changes: (data: Parameters<Upcast>[0]) => readonly Change[]): ReadAs => ({
  definition: correctionFacts.corrected,
  data: ({ correctsEventId, reason, ...data }) => ({
    correctsEventId,
    changes: changes(data),
    ...(reason === undefined ? {} : { reason }),
  }),
});

export const readAsWithdrawn: ReadAs = { definition: correctionFacts.withdrawn, data: (data) => ({ ...data }) };

export type CorrectionFact = FactOf<typeof correctionFacts>;

export interface Change {
  readonly field: string;
  readonly from?: string | boolean;
  readonly to: string | boolean;
}

/** What an event says of an earlier one. */
export interface Correction {
  /** Id of the event that it corrects or takes back. */
  readonly of: string;
  readonly withdraws?: boolean;
  readonly changes?: readonly Change[];
  /** The day from which both count, where the correcting event is also folded itself: the corrected start of a clock. */
  readonly from?: CivilDate;
}

/**
 * What released events of a kind of case say of earlier ones in words of their own, by their type; everything written since says it by the
 * facts above. `standing` are the facts that stood until then.
 */
export type OlderCorrections<E = PastEvent> = Readonly<
  Record<string, (event: E, standing: readonly E[]) => Correction | undefined>
>;

/** Whether an event says something of an earlier one. */
export const mayCorrect = (type: string, older?: OlderCorrections<never>): boolean =>
  type === 'FactCorrected' || type === 'FactWithdrawn' || older?.[type] !== undefined;

type Past = Fact & Recorded;

function correctionIn<E extends Past>(
  event: E,
  older: OlderCorrections<never> | undefined,
  standing: ReadonlyMap<string, E>,
): Correction | undefined {
  const { type, data } = event as CorrectionFact & Recorded;
  if (type === 'FactCorrected') return { of: data.correctsEventId, changes: data.changes };
  if (type === 'FactWithdrawn') return { of: data.correctsEventId, withdraws: true };
  return older?.[type]?.(event as never, [...standing.values()] as never[]);
}

export interface Effective<E> {
  /** The facts that stand, as they are corrected, in the order in which they were recorded. */
  readonly standing: readonly E[];
  /** By the id of the event that says it. */
  readonly corrections: ReadonlyMap<string, Correction>;
  /** Ids of those that met a fact that stood: the others change nothing. */
  readonly met: ReadonlySet<string>;
}

/**
 * What names no fact that stands (one that was taken back, another correction) changes nothing. With a fact goes what stood as a fact only
 * because it corrected that one: the corrected start of a clock that never started.
 */
export function effective<E extends Past>(events: Iterable<E>, older?: OlderCorrections<never>): Effective<E> {
  const standing = new Map<string, E>();
  const corrections = new Map<string, Correction>();
  const met = new Set<string>();
  for (const event of events) {
    const correction = mayCorrect(event.type, older) ? correctionIn(event, older, standing) : undefined;
    if (correction) {
      corrections.set(event.id, correction);
      const fact = standing.get(correction.of);
      if (fact) met.add(event.id);
      if (fact && correction.withdraws) withdraw(fact.id, standing, corrections);
      else if (fact && correction.changes) standing.set(fact.id, changed(fact, correction.changes));
    }
    if (!correction || correction.from !== undefined) standing.set(event.id, event);
  }
  return { standing: [...standing.values()], corrections, met };
}

/** In the order of recording, so that what corrected a correction that goes here goes too. One that took the place of another stands by itself. */
function withdraw(fact: string, standing: Map<string, unknown>, corrections: ReadonlyMap<string, Correction>): void {
  const gone = new Set([fact]);
  for (const id of standing.keys()) {
    const { of = '', withdraws } = corrections.get(id) ?? {};
    if (!withdraws && gone.has(of)) gone.add(id);
  }
  for (const id of gone) standing.delete(id);
}

/** The same event, of the same class, saying what it should have said. */
export function changed<E extends Past>(event: E, changes: readonly Change[]): E {
  let { occurredOn } = event;
  const data: Record<string, unknown> = { ...(event.data as object) };
  for (const change of changes)
    if (change.field !== 'occurredOn') data[change.field] = change.to;
    else if (isCivilDate(change.to)) occurredOn = change.to;
  return Object.assign(Object.create(Object.getPrototypeOf(event) as object) as E, event, { occurredOn, data });
}

/** From where a history is looked at. */
export interface View {
  /** Only events up to this revision. */
  readonly revision?: number;
  /** Only what had happened by the end of this day. A correction that is known was always true: what was withdrawn never happened. */
  readonly asOf?: CivilDate;
  /** Only what had been recorded by the end of this day: late entries and corrections made later are left out. */
  readonly knownOn?: CivilDate;
}

export interface Viewed<E> {
  /** What was recorded and counts in this view, corrections together with what they are about. */
  readonly events: readonly E[];
  readonly corrections: ReadonlyMap<string, Correction>;
  /** The day from which an event counts: its own, or as corrected; a correction counts from the day of what it is about. */
  dayOf(event: E): CivilDate;
}

export function viewed<E extends Past & { readonly revision: number }>(
  all: readonly E[],
  { revision, asOf, knownOn }: View,
  older?: OlderCorrections<never>,
): Viewed<E> {
  const known = all.filter(
    (event) =>
      (revision === undefined || event.revision <= revision) &&
      (knownOn === undefined || londonDate(event.recordedAt) <= knownOn),
  );
  const { corrections, met } = effective(known, older);
  const dayOf = daysOf(known, corrections, met);
  return { events: asOf === undefined ? known : known.filter((event) => dayOf(event) <= asOf), corrections, dayOf };
}

function daysOf<E extends Past>(
  known: readonly E[],
  corrections: ReadonlyMap<string, Correction>,
  met: ReadonlySet<string>,
) {
  /** The fact that an event is about in the end: itself, or what it corrects. */
  const about = new Map<string, string>();
  const days = new Map<string, CivilDate>();
  for (const { id, occurredOn } of known) {
    const { of = id, from, changes } = corrections.get(id) ?? {};
    const fact = about.get(of) ?? of;
    about.set(id, fact);
    const to = from ?? changes?.findLast((change) => change.field === 'occurredOn')?.to;
    if (isCivilDate(to) && met.has(id)) days.set(fact, to);
    else if (fact === id) days.set(id, occurredOn);
  }
  return ({ id, occurredOn }: E): CivilDate => days.get(about.get(id) ?? id) ?? occurredOn;
}
