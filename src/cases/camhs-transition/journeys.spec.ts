// Two whole journeys, as the local protocol's own case examples tell them.
import { fold } from '../../kernel/decider.js';
import { given, past } from '../../kernel/given-when-then.js';
import { transition } from './transition.js';
import { acceptedOn } from './domain/guards.js';
import { settledAs } from './domain/settle.js';
import { adults, consent, day, done, journey, on, opened, steps } from './domain/transitions-for-tests.js';
import { whoLeads } from './domain/who-leads.js';
import { bridgingOn } from './queries/cases.js';
import { transitionRows } from './rows.js';

const stateOf = (facts: ReturnType<typeof journey>) => fold(transition.evolve, transition.initial, past([...facts]));

/** Since when it is accepted and nobody was met, as lists and pages show it on these days. */
function bridgingDays(facts: ReturnType<typeof journey>, ...days: readonly string[]) {
  const state = stateOf(facts);
  const rows = state.opened ? transitionRows('case', state, state.opened, {}).transition_case : [];
  return days.map((one) =>
    rows.map(({ accepted_on, adult_met_on, closed_on }) =>
      bridgingOn(
        { accepted_on: day(accepted_on), adult_met_on: day(adult_met_on), closed_on: day(closed_on) },
        day(one),
      ),
    ),
  );
}

test('case example 1: two joint meetings from 17½, the adult worker met, promises in the plan, handed over before 18', () => {
  const amhs = 'AMHS_RECOVERY_WELLBEING';
  const facts = journey(
    [opened('b')],
    [
      steps('2025-06-02', done('TRN-B1.1', 'TRN-B1.2')),
      {
        type: 'DiscussAtInterface',
        ...on('2025-07-01'),
        meetingId: 'm',
        manner: 'named',
        recipients: [adults],
        consents: [consent],
      },
      { type: 'ChooseReceivingService', ...on('2025-11-17'), destination: amhs },
      { type: 'NameAdultWorker', ...on('2025-11-17'), role: 'care-co-ordinator', service: amhs, name: 'A worker' },
      steps('2025-11-24', done('TRN-B2.1', 'TRN-B2.2', 'TRN-B2.3')),
      { type: 'MeetAdultWorker', ...on('2026-01-12'), service: amhs, together: true },
      {
        type: 'AgreeJointPlan',
        ...on('2026-02-09'),
        youngPerson: 'signed',
        family: 'not-involved',
        copyGivenOn: day('2026-02-09'),
        promisedContacts: [
          { kind: 'call', everyDays: 14, by: 'care co-ordinator' },
          { kind: 'care-co-ordinator-appointment', everyDays: 30, by: 'care co-ordinator' },
          { kind: 'psychiatrist-review', everyDays: 30, by: 'psychiatrist' },
        ],
      },
      steps('2026-04-20', done('TRN-B2.6')),
      { type: 'OpenReceivingService', ...on('2026-05-11'), service: amhs, reference: 'AMH 1', recordedBy: 'receiver' },
      { type: 'CloseCamhs', ...on('2026-05-18'), destination: amhs, acceptanceEvidence: 'opened as AMH 1' },
      { type: 'MakePromisedContact', ...on('2026-05-25'), kind: 'call', by: 'care co-ordinator' },
    ],
  );
  const state = stateOf(facts);
  expect(state.closed).toMatchObject({ on: '2026-05-18', destination: amhs });
  expect(state.met?.on).toBe('2025-11-24');
  expect(settledAs(state, 'finalMeeting')?.late).toBeUndefined();
  expect(state.contacts).toMatchObject([{ kind: 'call', on: '2026-05-25' }]);
});

test('case example 2: accepted, four months without a worker, open to CAMHS past 18, discharged at 18 years and 1 month', () => {
  const progressions = 'PROGRESSIONS';
  const waiting = journey(
    [opened('b')],
    [
      steps('2025-12-15', done('TRN-B2.1')),
      {
        type: 'AgreeJointPlan',
        ...on('2025-12-15'),
        youngPerson: 'signed',
        family: 'not-involved',
        promisedContacts: [],
      },
      { type: 'ChooseReceivingService', ...on('2025-12-15'), destination: progressions },
      { type: 'ReferOnward', ...on('2025-12-18'), destination: progressions },
      { type: 'AcceptReferral', ...on('2026-01-15'), destination: progressions, by: 'duty worker', evidence: 'letter' },
    ],
  );
  expect(acceptedOn(stateOf(waiting))).toBe('2026-01-15');
  expect(bridgingDays(waiting, '2026-01-14', '2026-01-15', '2026-01-16')).toEqual([
    [undefined],
    [{ since: '2026-01-15', days: 0 }],
    [{ since: '2026-01-15', days: 1 }],
  ]);
  const close = { type: 'CloseCamhs', destination: progressions, acceptanceEvidence: 'letter' } as const;
  expect(given(transition, waiting).when({ ...close, ...on('2026-01-16') }).refusal?.parts.rule).toBe('TRN-01');

  const past18 = journey(waiting, [
    {
      type: 'RecordPast18Reason',
      ...on('2026-05-11'),
      reason: 'awaiting-receiver',
      reviewOn: day('2026-06-11'),
      note: 'therapy turns to relapse prevention',
    },
  ]);
  expect(whoLeads(stateOf(past18), day('2026-05-15'))).toEqual({ lead: 'camhs', crisisContact: 'camhs' });
  expect(stateOf(past18).closed).toBeUndefined();
  expect(given(transition, past18).when({ ...close, ...on('2026-05-15') }).refusal?.parts.rule).toBe('TRN-01');

  const met = journey(past18, [
    { type: 'MeetAdultWorker', ...on('2026-05-20'), service: progressions, together: true },
  ]);
  expect(bridgingDays(met, '2026-05-19', '2026-05-20', '2026-05-21')).toEqual([
    [{ since: '2026-01-15', days: 124 }],
    [undefined],
    [undefined],
  ]);
  const closed = journey(met, [
    { type: 'OfferItems', ...on('2026-06-10'), items: [{ itemId: 'i1', kind: 'joint-care-plan' }] },
    { type: 'AcceptItem', ...on('2026-06-12'), itemId: 'i1' },
    {
      type: 'AcceptHandOver',
      ...on('2026-06-15'),
      service: progressions,
      by: 'Progressions worker',
      recordedBy: 'receiver',
    },
    { ...close, ...on('2026-06-15') },
  ]);
  expect(stateOf(closed)).toMatchObject({ closed: { on: '2026-06-15', destination: progressions } });
  expect(whoLeads(stateOf(closed), day('2026-06-15')).lead).toBe(progressions);
});
