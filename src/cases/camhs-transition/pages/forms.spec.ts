// What can be recorded of a case is offered as the case stands: in the order of the pathway, and after its end only what puts it right.
import type { TransitionView } from '../queries/case-view.js';
import { transitionForms } from './forms.js';

const offered = (view: Partial<TransitionView>) =>
  Object.values(transitionForms).flatMap(({ offers }) => offers(view as TransitionView).map(({ text }) => text));

const putRight = ['Correct a date', 'Take something back'];

test('an open case offers what comes next on the pathway in its order', () =>
  expect(offered({})).toEqual([
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
  expect(offered({ past18 })).toContain('Record why it stays open past 18');
  expect(offered({ past18, closedOn: '2026-06-01' })).toEqual(putRight);
});

test('REC-11: after the closure to CAMHS a closure in error can still be taken back', () =>
  expect(offered({ closedOn: '2026-06-01' })).toEqual(putRight));
