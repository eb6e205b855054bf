// Facts of made-up waits, for tests.
import fc from 'fast-check';
import { addDays, civilDate, type CivilDate } from '../../kernel/calendar/index.js';
import type { Fact } from '../../kernel/events.js';
import type { LoadedWait } from './loaded-row.js';
import type { WaitCommand } from './wait.js';
import { waitEvents as events, type DataOf, type WaitFact } from './domain/events.js';

export const day = (text: string): CivilDate => civilDate(text);

export const referral: LoadedWait['referral'] = {
  personId: 'p1',
  pathway: 'CHS',
  service: 'speech-and-language',
  provider: 'estuary-community-health',
  urgency: 'routine',
  source: 'school',
  pack: 'waiting-2026',
  packVersion: 1,
};

export const received = (on: string, parts: Partial<LoadedWait['referral']> = {}): WaitFact =>
  events.referralReceived.fact(day(on), { ...referral, ...parts });

/** A fact without its words: what a test compares. */
export const brief = (facts: readonly Fact[]): string[] => facts.map(({ type, occurredOn }) => `${type} ${occurredOn}`);

export const checkIn: DataOf<'waitingWellContact'> = {
  contact: 'check-in',
  to: 'family',
  channel: 'letter',
  accessibleFormat: 'none-needed',
  outcome: 'sent',
  riskChange: 'not-asked',
};

const correctedOn = day('2026-06-10');
/** Of the first ninety days. */
const on = fc.nat({ max: 90 }).map((days) => addDays(day('2026-03-02'), days));
const id = fc.nat({ max: 5 }).map((index) => `e${index + 1}`);
/** What could be said of a wait that began on 2 March 2026, in its first three months. */
export const anyCommand: fc.Arbitrary<WaitCommand> = fc.oneof(
  fc.record({ type: fc.constant('AttendFirstContact' as const), on, mode: fc.constant('video' as const) }),
  fc.record({
    type: fc.constant('MissFirstContact' as const),
    on,
    why: fc.constant('did-not-attend' as const),
    clearlyCommunicated: fc.boolean(),
  }),
  on.map((one): WaitCommand => ({ type: 'BookFirstContact', on: one, appointmentOn: addDays(one, 14) })),
  fc.record({
    type: fc.constant('StopClock' as const),
    on,
    how: fc.constantFrom('declined' as const, 'active-monitoring' as const),
  }),
  fc.record({ type: fc.constant('StartNewClock' as const), on }),
  on.map((one): WaitCommand => ({ type: 'RecordContact', on: one, contact: checkIn })),
  fc.record({
    type: fc.constant('CorrectClockStart' as const),
    on: fc.constant(correctedOn),
    to: on,
    reason: fc.constant('another child'),
    author: fc.constant('a'),
  }),
  fc.record({
    type: fc.constant('RecordHelpElement' as const),
    on,
    element: fc.constantFrom('baseline-outcome' as const, 'care-plan' as const),
  }),
  fc.record({
    type: fc.constant('Remove' as const),
    on,
    reason: fc.constantFrom('moved' as const, 'declined' as const),
  }),
  fc.record({ type: fc.constant('Reinstate' as const), on, reason: fc.constant('another child') }),
  fc.record({
    type: fc.constant('WithdrawFact' as const),
    on: fc.constant(correctedOn),
    reason: fc.constant('another child'),
    correctsEventId: id,
  }),
  fc.record({
    type: fc.constant('CorrectDate' as const),
    on: fc.constant(correctedOn),
    reason: fc.constant('another child'),
    correctsEventId: id,
    field: fc.constant('occurredOn' as const),
    to: on,
  }),
);
