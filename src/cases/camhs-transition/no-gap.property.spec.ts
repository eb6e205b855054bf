// Whatever is said in whatever order: a case closed to CAMHS was received by then, or needs no receiver (TRN-01).
import fc from 'fast-check';
import { addDays } from '../../kernel/calendar/index.js';
import { effective } from '../../kernel/corrections.js';
import { given, past } from '../../kernel/given-when-then.js';
import { transition, type TransitionCommand } from './transition.js';
import type { TransitionFact } from './domain/events.js';
import { destinationOf } from './domain/destinations.js';
import { birthDate, consent, day, opened } from './domain/transitions-for-tests.js';
import { whoLeads } from './domain/who-leads.js';

const anyDay = fc.nat({ max: 120 }).map((days) => addDays(day('2026-03-01'), days));
const service = fc.constantFrom('AMHS_RECOVERY_WELLBEING', 'PROGRESSIONS');
const destination = fc.constantFrom('AMHS_RECOVERY_WELLBEING', 'PROGRESSIONS', 'NOT_RECORDED', 'MOVED_AWAY');
const event = fc.nat({ max: 12 }).map((index) => `e${index + 1}`);
const item = fc.constantFrom('i1', 'i2');
const recordedBy = fc.constant('receiver' as const);

const command: fc.Arbitrary<TransitionCommand> = fc.oneof(
  fc.record({
    type: fc.constant('OpenReceivingService' as const),
    on: anyDay,
    service,
    reference: fc.constant('r'),
    recordedBy,
  }),
  fc.record({ type: fc.constant('AcceptHandOver' as const), on: anyDay, service, by: fc.constant('b'), recordedBy }),
  fc.record({ type: fc.constant('ReferOnward' as const), on: anyDay, destination }),
  fc.record({
    type: fc.constant('AcceptReferral' as const),
    on: anyDay,
    destination,
    by: fc.constant('b'),
    evidence: fc.constant('e'),
  }),
  fc.record({
    type: fc.constant('RefuseReferral' as const),
    on: anyDay,
    destination: service,
    reason: fc.constant('r'),
    fallback: fc.option(service, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('ChooseReceivingService' as const), on: anyDay, destination }),
  fc.record({
    type: fc.constant('DischargeFromAdultService' as const),
    on: anyDay,
    reason: fc.constantFrom('needs-met' as const, 'moved' as const),
  }),
  fc.record({
    type: fc.constant('ChangeLeadService' as const),
    on: anyDay,
    lead: fc.constant('adult' as const),
    crisisContact: fc.constant('adult' as const),
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

/**
 * Without the guards of the decider: straight from the facts that stand, by their days. On the day of the closure somebody had opened
 * the case or accepted the hand-over, and neither the adult service had discharged them nor that service had refused since.
 */
function closedWithoutReceiver(facts: readonly TransitionFact[]): boolean {
  const { closed } = given(transition, facts).state;
  const log = effective(past(facts)).standing;
  if (!closed || destinationOf(closed.destination).kind === 'none') return false;
  const { onward } = destinationOf(closed.destination);
  const ends = (fact: (typeof log)[number], at: number, service: string) =>
    log.some(
      (later, place) =>
        (later.type === 'AdultServiceDischarged' ||
          (later.type === 'OnwardReferralRefused' && later.data.destination === service)) &&
        (later.occurredOn > fact.occurredOn || (later.occurredOn === fact.occurredOn && place > at)) &&
        later.occurredOn < closed.on,
    );
  return !log.some(
    (fact, at) =>
      (fact.type === 'ReceivingServiceOpened' || fact.type === 'HandOverAccepted') &&
      (!onward || fact.data.service === closed.destination) &&
      fact.occurredOn <= closed.on &&
      !ends(fact, at, fact.data.service),
  );
}

/** Whoever leads has the young person: CAMHS while it is open, a service only while it holds the case, nobody only after the closure (TRN-01a). */
function ledWrongly(facts: readonly TransitionFact[]): boolean {
  const { state } = given(transition, facts);
  const log = effective(past(facts)).standing;
  const { lead } = whoLeads(state, day('2026-12-02'));
  if (lead === 'camhs' || lead === 'nobody') return (lead === 'camhs') === (state.closed !== undefined);
  return !log.some(
    (fact, at) =>
      (fact.type === 'ReceivingServiceOpened' || fact.type === 'HandOverAccepted') &&
      fact.data.service === lead &&
      !log.some(
        (later, place) =>
          (later.type === 'AdultServiceDischarged' ||
            (later.type === 'OnwardReferralRefused' && later.data.destination === lead)) &&
          (later.occurredOn > fact.occurredOn || (later.occurredOn === fact.occurredOn && place > at)),
      ),
  );
}

test('TRN-01: no sequence of commands reaches a closure that nobody had received by then', () => {
  let closures = 0;
  let corrections = 0;
  let discharges = 0;
  let refusals = 0;
  fc.assert(
    fc.property(fc.array(command, { minLength: 6, maxLength: 18 }), (commands) => {
      let facts: readonly TransitionFact[] = [opened()];
      for (const one of commands) {
        // A date can only be corrected by whoever knows the one on record: let the right one be known.
        const known = effective(past(facts)).standing;
        const from =
          'correctsEventId' in one ? known.find(({ id }) => id === one.correctsEventId)?.occurredOn : undefined;
        const said = one.type === 'CorrectDate' && from ? { ...one, from } : one;
        const { facts: more } = given(transition, facts).when(said);
        facts = [...facts, ...more];
        if (more.some(({ type }) => type === 'CamhsClosed')) closures++;
        if (more.some(({ type }) => type === 'FactCorrected')) corrections++;
        if (more.some(({ type }) => type === 'AdultServiceDischarged')) discharges++;
        if (more.some(({ type }) => type === 'OnwardReferralRefused')) refusals++;
        if (closedWithoutReceiver(facts) || ledWrongly(facts)) return false;
      }
      return true;
    }),
    { seed: 18, numRuns: 1500 },
  );
  expect(closures).toBeGreaterThan(50);
  expect(corrections).toBeGreaterThan(50);
  expect(discharges).toBeGreaterThan(50);
  expect(refusals).toBeGreaterThan(20);
});
