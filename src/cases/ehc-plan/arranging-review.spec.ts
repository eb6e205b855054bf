// EHC-12: the day of a review meeting that was arranged never passes in silence: held, arranged anew, or overdue on the list.
import { deadlinesFor, packByVersion, statusOn } from '../../rules/index.js';
import { ehcEvents as events } from './domain/events.js';
import { subjectsOf } from './domain/facts.js';
import { after, day, issued, stateOf, step } from './domain/history-for-tests.js';

type History = ReturnType<typeof after>;

/** What stands of the answer that is asked for, on a day. */
function asked(history: History, on: string) {
  const found = subjectsOf('plan', stateOf(history), undefined)
    .filter(({ scope }) => scope === 'cycle')
    .flatMap(({ pack, packVersion, facts, flags }) =>
      deadlinesFor(packByVersion(pack, packVersion), 'cycle', facts, flags),
    )
    .find(({ key, validTo }) => key === 'meetingAnswer' && validTo === undefined);
  return found && [found.dueOn, statusOn(found, day(on))];
}

const made = [issued('2025-03-14')];
const arranged = after(made, { type: 'PlanMeeting', on: '2025-12-01', newCycleId: 'c1', meetingOn: day('2026-01-12') });

test.each([
  ['2026-01-11', 'due'],
  ['2026-01-12', 'due'],
  ['2026-01-13', 'overdue'],
  ['2026-04-13', 'overdue'],
])('arranged for 12 January and nobody says what happened: on %s %s', (on, status) =>
  expect(asked(arranged, on)).toEqual(['2026-01-12', status]),
);

test('a review whose meeting was never arranged asks for no answer', () =>
  expect(asked(made, '2026-02-01')).toBeUndefined());

test('the last day that was arranged counts', () => {
  const anew = after(arranged, {
    type: 'PlanMeeting',
    on: '2026-01-13',
    cycleId: 'c1',
    newCycleId: 'c2',
    meetingOn: day('2026-01-20'),
  });
  expect(asked(anew, '2026-01-20')).toEqual(['2026-01-20', 'due']);
  expect(asked(anew, '2026-01-21')).toEqual(['2026-01-20', 'overdue']);
});

test('it is answered by the meeting, on whichever day it was held', () => {
  const held = after(arranged, step.meeting('2026-01-15'));
  expect(asked(held, '2026-02-01')).toEqual(['2026-01-12', 'met late']);
});

test('of a plan that ended it is missed, and asked no more', () => {
  const ended = [...arranged, events.ceased.fact(day('2026-01-20'), { ground: 'moved-out' })];
  expect(asked(ended, '2026-02-01')).toEqual(['2026-01-12', 'missed']);
});
