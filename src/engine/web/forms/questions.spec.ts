// What a question makes of what a browser sends: an answer that is not offered is told, never left out in silence.
import { civilDate } from '../../../kernel/calendar/index.js';
import type { Question, Typed } from './question.js';
import { oneOrNone, optionsOf, pickOrNone, several } from './questions.js';

const today = civilDate('2026-06-15');
const asks = { label: 'Who was there?', options: optionsOf(['gp', 'family']) };
const read = (question: Question<unknown>, typed: Typed) => question.read(typed, 'who', today);
const told = expect.stringContaining('“dentist” is not, or no longer, among the answers to “Who was there?”') as string;

it.each([
  ['radios', oneOrNone(asks)],
  ['a list', pickOrNone(asks)],
])('%s that may be left out: nothing is no answer, and what is not offered is a problem', (_, question) => {
  expect(read(question, {})).toEqual({ value: undefined });
  expect(read(question, { who: '' })).toEqual({ value: undefined });
  expect(read(question, { who: 'gp' })).toEqual({ value: 'gp' });
  expect(read(question, { who: 'dentist' })).toEqual({ problem: told });
});

it('checkboxes: one that is not offered is a problem, also beside others that are', () => {
  expect(read(several(asks), {})).toEqual({ value: [] });
  expect(read(several(asks), { who: ['gp', 'family'] })).toEqual({ value: ['gp', 'family'] });
  expect(read(several(asks), { who: ['gp', 'dentist'] })).toEqual({ problem: told });
  expect(read(several({ ...asks, none: 'Tick who was there' }), { who: 'dentist' })).toEqual({ problem: told });
  expect(read(several({ ...asks, none: 'Tick who was there' }), {})).toEqual({ problem: 'Tick who was there' });
});
