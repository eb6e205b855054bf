// TRN-25: the day of a meeting that was arranged never passes in silence: what happened is on record, or it is overdue on the list.
import { given } from '../../../kernel/given-when-then.js';
import { deadlinesFor, packByVersion, statusOn } from '../../../rules/index.js';
import { transition } from '../transition.js';
import { transitionEvents as events, type TransitionFact } from './events.js';
import { deadlineSubjects } from './facts.js';
import { birthDate, day, opened } from './transitions-for-tests.js';

const step = (
  on: string,
  fact: string,
  more: { arrangedFor?: string; outcome?: 'done' | 'offered-and-declined' } = {},
) =>
  events.stepRecorded.fact(day(on), {
    ...{ stepId: `of-${fact}`, milestone: 'FINAL_MEETING', fact, outcome: more.outcome ?? 'done' },
    arrangedFor: more.arrangedFor === undefined ? undefined : day(more.arrangedFor),
  });

/** What stands of each answer that is asked for, on a day. */
function asked(on: string, variant: 'a' | 'b', ...facts: readonly TransitionFact[]) {
  const { state } = given(transition, [opened(variant), ...facts]);
  const person = { birthDate: { on: birthDate, eventId: 'born' } };
  return deadlineSubjects('t1', state, person)
    .filter(({ scope }) => scope === 'arranged')
    .flatMap(({ pack, packVersion, scope, facts: given_, flags }) =>
      deadlinesFor(packByVersion(pack, packVersion), scope, given_, flags),
    )
    .filter(({ validTo }) => validTo === undefined)
    .map((one) => [one.key, one.dueOn, statusOn(one, day(on))]);
}
const agreed = step('2026-02-02', 'transferMeetingAgreed', { arrangedFor: '2026-03-10' });
const row = (status: string, dueOn = '2026-03-10') => [['arrangedAnswer', dueOn, status]];

test.each([
  ['2026-03-09', 'due'],
  ['2026-03-10', 'due'],
  ['2026-03-11', 'absent'],
  ['2026-09-11', 'absent'],
])('a transfer meeting for 10 March of which nobody says what happened: on %s %s', (on, status) => {
  for (const variant of ['a', 'b'] as const) expect(asked(on, variant, agreed)).toEqual(row(status));
});

test('it is answered by the meeting, and as well by its having been declined', () => {
  for (const outcome of ['done', 'offered-and-declined'] as const)
    expect(asked('2026-03-20', 'a', agreed, step('2026-03-10', 'finalMeeting', { outcome }))).toEqual(row('met'));
});

test('another day that is arranged takes the place of the one that passed', () => {
  const anew = step('2026-03-11', 'transferMeetingAgreed', { arrangedFor: '2026-03-17' });
  expect(asked('2026-03-17', 'a', agreed, anew)).toEqual(row('due', '2026-03-17'));
  expect(asked('2026-03-18', 'a', agreed, anew)).toEqual(row('absent', '2026-03-17'));
});

test('an introduction to the adult worker that was arranged asks too, until they have met', () => {
  const arranged = step('2026-02-02', 'linkWorkerNamed', { arrangedFor: '2026-03-10' });
  expect(asked('2026-03-09', 'a', arranged)).toEqual(row('due'));
  expect(asked('2026-03-11', 'a', arranged)).toEqual(row('absent'));
  const met = events.adultWorkerMet.fact(day('2026-03-12'), { service: 'PROGRESSIONS', together: true });
  expect(asked('2026-03-13', 'a', arranged, met)).toEqual(row('met late'));
});

test('a step for which nothing was arranged asks for no answer', () =>
  expect(asked('2026-03-11', 'a', step('2026-02-02', 'transferMeetingAgreed'))).toEqual([]));

const happened = (on: string, outcome: 'done' | 'offered-and-declined' = 'done') =>
  step(on, 'finalMeeting', { outcome });

test.each([
  ['2026-04-19', 'due'],
  ['2026-04-20', 'due'],
  ['2026-04-21', 'absent'],
])('a second meeting agreed at the first is not answered by the first: on %s %s', (on, status) => {
  const second = step('2026-03-10', 'transferMeetingAgreed', { arrangedFor: '2026-04-20' });
  expect(asked(on, 'a', agreed, happened('2026-03-10'), second)).toEqual(row(status, '2026-04-20'));
});

test.each([
  ['2026-03-09', 'due'],
  ['2026-03-10', 'met'],
  ['2026-03-11', 'met'],
])('a meeting arranged for 10 March answers on the day on which it is held: on %s %s', (on, status) => {
  for (const arrangedOn of ['2026-03-09', '2026-03-10']) {
    const arranged = step(arrangedOn, 'transferMeetingAgreed', { arrangedFor: '2026-03-10' });
    if (on >= arrangedOn) expect(asked(on, 'a', arranged, happened('2026-03-10'))).toEqual(row(status));
  }
});

test('a step that is arranged twice on one day is not answered by its own arranging', () => {
  const first = step('2026-03-10', 'reviewMeeting', { arrangedFor: '2026-04-13' });
  const again = step('2026-03-10', 'reviewMeeting', { arrangedFor: '2026-04-20' });
  expect(asked('2026-04-21', 'a', first, again)).toEqual(row('absent', '2026-04-20'));
});

const closed = (on: string, destination = 'AMHS_RECOVERY_WELLBEING') =>
  events.camhsClosed.fact(day(on), { destination });

test.each([
  ['2026-03-09', []],
  ['2026-03-10', []],
  ['2026-03-11', row('missed')],
])(
  'a transfer meeting of 10 March that nobody answered stays on record as missed when CAMHS closes on %s',
  (on, found) => {
    for (const variant of ['a', 'b'] as const) expect(asked('2026-05-01', variant, agreed, closed(on))).toEqual(found);
  },
);

describe('an introduction for 10 March, and CAMHS closes on 2 March', () => {
  const arranged = step('2026-02-02', 'linkWorkerNamed', { arrangedFor: '2026-03-10' });
  const received = events.receivingServiceOpened.fact(day('2026-02-20'), {
    service: 'AMHS_RECOVERY_WELLBEING',
    reference: 'r',
  });
  const discharged = (on: string) => events.adultDischarged.fact(day(on), { reason: 'moved', everAttended: false });
  const handedOver = [arranged, received, closed('2026-03-02')];

  test.each([
    ['2026-03-09', 'due'],
    ['2026-03-10', 'due'],
    ['2026-03-11', 'absent'],
  ])('the adult service holds it: on %s %s', (on, status) => {
    for (const variant of ['a', 'b'] as const) expect(asked(on, variant, ...handedOver)).toEqual(row(status));
  });

  test.each([
    ['2026-03-09', []],
    ['2026-03-10', []],
    ['2026-03-11', row('missed')],
  ])('it ends when that service lets go on %s', (on, found) =>
    expect(asked('2026-05-01', 'a', ...handedOver, discharged(on))).toEqual(found),
  );

  test('where no service takes over, it ends with the closure', () =>
    expect(asked('2026-05-01', 'a', arranged, closed('2026-03-02', 'MOVED_AWAY'))).toEqual([]));
});
