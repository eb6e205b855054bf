// TRN-07, TRN-20: Year 9 and 14 are asked for by the special needs that are known now, not by what was known when the case was opened.
import { fold } from '../../../kernel/decider.js';
import { past } from '../../../kernel/given-when-then.js';
import { holdsOn } from '../../../rules/deadline.js';
import { deadlinesFor } from '../../../rules/deadlines.js';
import { packByVersion } from '../../../rules/packs.js';
import { transition } from '../transition.js';
import { deadlineSubjects, hasSend, type AboutPerson } from './facts.js';
import { birthDate, day, opened } from './transitions-for-tests.js';

const since = (on: string): AboutPerson['send'] => ({ needs: true, since: { on: day(on), eventId: 'plan' } });
const denied = (on: string): AboutPerson['send'] => ({ needs: false, deniedOn: day(on) });

/** The days on which planning is asked for, of Year 9 and of 14, as they stand on a day. Referred on 4 March 2020, before Year 9. */
function prompts(on: string, send: AboutPerson['send'], whenOpened = false) {
  const state = fold(
    transition.evolve,
    transition.initial,
    past([opened('a', { referredOn: '2020-03-04', send: whenOpened })]),
  );
  const person = { birthDate: { on: birthDate, eventId: 'born' }, send };
  const rows = deadlineSubjects('t1', state, person).flatMap(({ pack, packVersion, scope, facts, flags }) =>
    deadlinesFor(packByVersion(pack, packVersion), scope, facts, flags),
  );
  expect(hasSend(state.opened!, person)).toBe(rows.some(({ rule }) => rule === 'TRN-07'));
  return ['TRN-20', 'TRN-07'].map((rule) => rows.find((row) => row.rule === rule && holdsOn(row, day(on)))?.dueOn);
}
const none = [undefined, undefined];

test('a plan that was issued before the case was opened asks for both, on their own days', () => {
  expect(prompts('2021-01-01', since('2019-05-01'))).toEqual(['2021-09-01', '2022-05-15']);
});

test('a plan or a status that comes later asks from its own day, and of nobody before it', () => {
  expect(prompts('2023-02-01', since('2023-02-02'))).toEqual(none);
  expect(prompts('2023-02-02', since('2023-02-02'))).toEqual(['2023-02-02', '2023-02-02']);
  expect(prompts('2022-01-10', since('2022-01-10'))).toEqual(['2022-01-10', '2022-05-15']);
});

test('a need that was known when the case was opened holds until the record says "none" later', () => {
  expect(prompts('2021-01-01', { needs: false }, true)).toEqual(['2021-09-01', '2022-05-15']);
  expect(prompts('2021-01-01', undefined, true)).toEqual(['2021-09-01', '2022-05-15']);
  expect(prompts('2021-01-01', denied('2020-03-04'), true)).toEqual(['2021-09-01', '2022-05-15']);
  expect(prompts('2021-01-01', denied('2020-03-05'), true)).toEqual(none);
  expect(prompts('2021-01-01', since('2024-01-08'), true)).toEqual(['2021-09-01', '2022-05-15']);
});

test('without a need nothing is asked', () => {
  expect(prompts('2023-02-02', { needs: false })).toEqual(none);
  expect(prompts('2023-02-02', undefined)).toEqual(none);
});
