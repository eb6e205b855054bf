// What can be recorded of a case is offered as the case stands: in the order of the pathway, and after its end only what puts it right.
import { linksTo } from '../../../engine/web/forms/offered-form.js';
import { given, past } from '../../../kernel/given-when-then.js';
import { transitionEvents as events, type TransitionFact } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import type { TransitionView } from '../queries/case-view.js';
import type { TransitionWork } from '../queries/work-view.js';
import { transition } from '../transition.js';
import { transitionForms } from './forms.js';

const today = day('2026-06-02');
const actor = { id: 'ben', role: 'camhs-clinician', organisation: 'estuary-camhs' };

function offered(facts: readonly TransitionFact[], shown: Partial<TransitionView> = {}) {
  const { state } = given(transition, facts);
  const view = {
    id: 't1',
    stages: [{ steps: [{ id: 'TRN-A1.1', title: 'Referral', state: 'due' }] }],
    ...shown,
  } as unknown as TransitionView;
  const last = { eventId: `e${facts.length}`, dates: [{ field: 'occurredOn', on: facts.at(-1)?.occurredOn }] };
  const steps = [{ stepId: 'TRN-A1.1', title: 'Referral', fact: 'referral', outcomes: ['done'], evidence: [] }];
  const work = { steps, consents: [], facts: [{ ...last, type: 'CamhsClosed' }] } as unknown as TransitionWork;
  const entries = { recorded: past(facts), standing: past(facts) };
  const now = { state, entries, today, actor, beside: {}, may: () => true };
  const offering = { view, now, subject: () => ({ view, work, today }) };
  return Object.values(transitionForms).flatMap((form) => linksTo(form, offering, () => '').map(({ text }) => text));
}

const open = [opened(), events.markRecorded.fact(day('2026-01-10'), { mark: 'planningStarted' })];
const closed = [
  ...open,
  events.camhsClosed.fact(day('2026-06-01'), { destination: 'NO_ONWARD_SERVICE_GOALS_MET', receivingParty: 'gp' }),
] as const;
const putRight = ['Correct a date', 'Take something back'];

test('an open case offers what comes next on the pathway in its order', () =>
  expect(offered(open)).toEqual([
    'Record steps of a meeting',
    'Record an interface discussion',
    'Choose the destination',
    'Record a referral onward',
    'Name the adult worker',
    'Record the joint plan',
    'Record who leads',
    'Close to CAMHS',
    ...putRight,
  ]));

test('TRN-02: why it stays open past 18 is asked once it is past 18, and only until it is closed', () => {
  const past18 = { since: '2026-05-15', days: 10 };
  expect(offered(open, { past18 })).toContain('Record why it stays open past 18');
  expect(offered(closed, { past18, closedOn: '2026-06-01' })).toEqual(putRight);
});

test('REC-11: after the closure to CAMHS a closure in error can still be taken back', () =>
  expect(offered(closed, { closedOn: '2026-06-01' })).toEqual(putRight));
