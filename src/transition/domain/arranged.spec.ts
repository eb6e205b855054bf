// TRN-25: the day of a meeting that was arranged never passes in silence: what happened is on record, or it is overdue on the list.
import { given } from '../../kernel/given-when-then.js';
import { deadlinesFor, packByVersion, statusOn } from '../../rules/index.js';
import { transition } from './decide.js';
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
