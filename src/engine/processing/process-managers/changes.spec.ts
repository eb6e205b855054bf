// From what was wanted to what is wanted: what changes for each task that differs.
import { civilDate as day } from '../../../kernel/calendar/index.js';
import { changes, isNews } from './changes.js';
import type { WantedTask } from './process-manager.js';

const cause = { on: day('2026-06-02'), eventId: 'e1' };
const task: WantedTask = { key: 'k', kind: 'second-channel', personId: 'p1', cause };
const settled = { ...task, settledBy: { on: day('2026-06-04'), eventId: 'e2' } };
const moved = { ...task, cause: { ...cause, on: day('2026-06-03') } };

test.each<[string, WantedTask[], WantedTask[], string[]]>([
  ['a new one is opened', [], [task], ['Open']],
  ['one that was settled before anybody looked is never opened', [], [settled], []],
  ['the same gives nothing', [task], [task], []],
  ['its cause on another day moves it', [task], [moved], ['Move']],
  ['a fact settles it', [task], [settled], ['Settle']],
  ['settled twice is settled once', [settled], [settled], []],
  ['the fact withdrawn opens it again, or for the first time', [settled], [task], ['Unsettle', 'Open']],
  ['the cause withdrawn withdraws it', [task], [], ['Withdraw']],
  ['a settled one whose cause is withdrawn is said to be withdrawn too', [settled], [], ['Withdraw']],
])('%s', (_, before, after, types) => {
  expect(changes(before, after).map(({ type }) => type)).toEqual(types);
});

test('a fact recorded within the days is news, later it is history', () => {
  const until = () => day('2026-07-03');
  expect(isNews(cause, day('2026-07-03'), until)).toBe(true);
  expect(isNews(cause, day('2026-07-04'), until)).toBe(false);
});
