// Whatever is said in whatever order: a case closed to CAMHS was received by then, or needs no receiver (TRN-01).
import fc from 'fast-check';
import { addDays, type CivilDate } from '../../kernel/calendar/index.js';
import { given } from '../../kernel/given-when-then.js';
import { transition, type TransitionCommand } from './decide.js';
import type { TransitionFact } from './events.js';
import { destinationOf } from './destinations.js';
import { birthDate, consent, day, opened } from './transitions-for-tests.js';

const anyDay = fc.nat({ max: 120 }).map((days) => addDays(day('2026-03-01'), days));
const service = fc.constantFrom('AMHS_RECOVERY_WELLBEING', 'PROGRESSIONS');
const destination = fc.constantFrom('AMHS_RECOVERY_WELLBEING', 'PROGRESSIONS', 'NOT_RECORDED', 'MOVED_AWAY');
const event = fc.nat({ max: 12 }).map((index) => `e${index + 1}`);
const item = fc.constantFrom('i1', 'i2');

const command: fc.Arbitrary<TransitionCommand> = fc.oneof(
  fc.record({ type: fc.constant('OpenReceivingService' as const), on: anyDay, service, reference: fc.constant('r') }),
  fc.record({ type: fc.constant('AcceptHandOver' as const), on: anyDay, service, by: fc.constant('b') }),
  fc.record({ type: fc.constant('ReferOnward' as const), on: anyDay, destination }),
  fc.record({
    type: fc.constant('AcceptReferral' as const),
    on: anyDay,
    destination,
    by: fc.constant('b'),
    evidence: fc.constant('e'),
  }),
  fc.record({
    type: fc.constant('OfferItems' as const),
    on: anyDay,
    items: item.map((itemId) => [{ itemId, kind: 'other' as const }]),
  }),
  fc.record({ type: fc.constant('AcceptItem' as const), on: anyDay, itemId: item }),
  fc.record({ type: fc.constant('MeetAdultWorker' as const), on: anyDay, together: fc.boolean() }),
  fc.record({
    type: fc.constant('RecordSteps' as const),
    on: anyDay,
    steps: fc.constantFrom('TRN-A4.1', 'TRN-A4.2', 'TRN-A3.6').map((stepId) => [{ stepId, outcome: 'done' as const }]),
    birthDate: fc.constant(birthDate),
    consent: fc.constant(consent),
  }),
  fc.record({
    type: fc.constant('CloseCamhs' as const),
    on: anyDay,
    destination,
    acceptanceEvidence: fc.constant('e'),
  }),
  fc.record({
    type: fc.constant('WithdrawFact' as const),
    on: anyDay,
    correctsEventId: event,
    reason: fc.constant('r'),
  }),
  fc.record({
    type: fc.constant('CorrectDate' as const),
    on: fc.constant(day('2026-12-01')),
    correctsEventId: event,
    field: fc.constant('occurredOn' as const),
    from: anyDay,
    to: anyDay,
    reason: fc.constant('r'),
    birthDate: fc.constant(birthDate),
    consents: fc.constant([]),
  }),
);

/** Without the guards of the decider: straight from the facts that stand. */
function closedWithoutReceiver(facts: readonly TransitionFact[]): boolean {
  const { closed, log } = given(transition, facts).state;
  if (!closed || destinationOf(closed.destination).kind === 'none') return false;
  const received = (on: CivilDate) =>
    log.some(
      ({ type, occurredOn }) => (type === 'ReceivingServiceOpened' || type === 'HandOverAccepted') && occurredOn <= on,
    );
  return !received(closed.on);
}

test('TRN-01: no sequence of commands reaches a closure that nobody had received by then', () => {
  let closures = 0;
  let corrections = 0;
  fc.assert(
    fc.property(fc.array(command, { minLength: 4, maxLength: 14 }), (commands) => {
      let facts: readonly TransitionFact[] = [opened()];
      for (const one of commands) {
        // A date can only be corrected by whoever knows the one on record: let the right one be known.
        const known = given(transition, facts).state.log;
        const from =
          'correctsEventId' in one ? known.find(({ id }) => id === one.correctsEventId)?.occurredOn : undefined;
        const said = one.type === 'CorrectDate' && from ? { ...one, from } : one;
        const { facts: more } = given(transition, facts).when(said);
        facts = [...facts, ...more];
        if (more.some(({ type }) => type === 'CamhsClosed')) closures++;
        if (more.some(({ type }) => type === 'TransitionDateCorrected')) corrections++;
        if (closedWithoutReceiver(facts)) return false;
      }
      return true;
    }),
    { seed: 18, numRuns: 600 },
  );
  expect(closures).toBeGreaterThan(50);
  expect(corrections).toBeGreaterThan(50);
});
