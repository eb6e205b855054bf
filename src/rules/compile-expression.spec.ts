// The arithmetic of rule packs: each form, its sentence, and what is left out when a fact is not on record.
import fc from 'fast-check';
import { addDays, civilDate } from '../kernel/calendar/index.js';
import { compileExpression } from './compile-expression.js';
import type { Vocabulary } from './compile-expression.js';
import type { Operand } from './expression.js';
import { factsOn } from './facts-for-tests.js';

const words: Vocabulary = {
  label: (fact) => fact,
  named: (name) => (name === 'half' ? { months: 6, of: 'a' } : 'a'),
  number: (amount) => (typeof amount === 'number' ? amount : 5),
  chosen: () => ({ option: 'ONE', meaning: 'the first' }),
};

function reckon(operand: Operand, dates: Readonly<Record<string, string>>, on = '2999-01-01') {
  const compiled = compileExpression(operand, words);
  const known = { facts: factsOn(dates), flags: { size: 'big' }, on: civilDate(on) };
  const found = compiled.at(known);
  const sentences: string[] = [];
  if (found) compiled.say(known, sentences);
  return { on: found?.on, fact: found?.fact, sentences };
}

test.each<[Operand, string, string]>([
  [{ weeks: 4, of: 'a' }, '2024-11-29', '4 weeks of 1 Nov 2024 (a) end on 29 Nov 2024'],
  [{ days: -14, of: 'a' }, '2024-10-18', '14 days before 1 Nov 2024 (a) is 18 Oct 2024'],
  [{ days: 1, of: 'a' }, '2024-11-02', '1 day of 1 Nov 2024 (a) ends on 2 Nov 2024'],
  [{ days: 15, beginningWith: 'a' }, '2024-11-15', '15 days beginning with 1 Nov 2024 (a) end on 15 Nov 2024'],
  [{ months: 12, startingWith: 'a' }, '2025-10-31', '12 months starting with 1 Nov 2024 (a) end on 31 Oct 2025'],
  [{ months: -5, of: 'a' }, '2024-06-01', '5 months before 1 Nov 2024 (a) is 1 Jun 2024'],
  [{ workingDays: 3, of: 'a' }, '2024-11-06', '3 working days of 1 Nov 2024 (a) end on 6 Nov 2024'],
  [
    { workingDays: { setting: 'x' }, beginningWith: 'a' },
    '2024-11-07',
    '5 working days beginning with 1 Nov 2024 (a) end on 7 Nov 2024',
  ],
  [
    { tribunalWorkingDays: 40, of: 'a' },
    '2025-01-06',
    '40 working days of 1 Nov 2024 (a), with no day from 25 December to 1 January or in August counted, end on 6 Jan 2025',
  ],
  [
    { age: { years: 17, months: 6 }, of: 'a' },
    '2042-05-01',
    'the age of 17 years and 6 months is reached on 1 May 2042',
  ],
  [{ startOfYear: 9, of: 'a' }, '2038-09-01', 'school year 9 starts on 1 Sep 2038'],
  [{ date: '02-15', inYearOf: 'a' }, '2024-02-15', 'in the calendar year of 1 Nov 2024 (a) the day is 15 Feb 2024'],
  [{ next: '07-31', onOrAfter: 'a' }, '2025-07-31', 'the first such day from 1 Nov 2024 (a) on is 31 Jul 2025'],
  [{ next: '11-01', onOrAfter: 'a' }, '2024-11-01', 'the first such day from 1 Nov 2024 (a) on is 1 Nov 2024'],
  [{ dayBefore: 'a' }, '2024-10-31', 'the day before 1 Nov 2024 (a) is 31 Oct 2024'],
  [{ officeDay: { days: 1, of: 'a' } }, '2024-11-01', '1 day of 1 Nov 2024 (a) ends on 2 Nov 2024'],
  [{ rollForward: { days: 1, of: 'a' }, by: 'EHC-71' }, '2024-11-04', '1 day of 1 Nov 2024 (a) ends on 2 Nov 2024'],
  [{ reading: 'R', of: { ONE: { dayBefore: 'a' } } }, '2024-10-31', 'the day before 1 Nov 2024 (a) is 31 Oct 2024'],
  [{ named: 'half' }, '2025-05-01', '6 months of 1 Nov 2024 (a) end on 1 May 2025'],
  [
    { choose: [{ when: { flag: 'size', is: 'big' }, then: { days: 2, of: 'a' } }] },
    '2024-11-03',
    '2 days of 1 Nov 2024 (a) end on 3 Nov 2024',
  ],
])('%j is %s: %s', (operand, on, sentence) => {
  const found = reckon(operand, { a: '2024-11-01' });
  expect([found.on, found.sentences[0], found.fact]).toEqual([on, sentence, 'a']);
});

test('a fact that is not on record gives no date, and is left out of an earliest or latest', () => {
  expect(reckon({ weeks: 1, of: 'b' }, { a: '2024-11-01' }).on).toBeUndefined();
  expect(reckon({ earliest: ['a', 'b'] }, { b: '2024-11-02' })).toMatchObject({ on: '2024-11-02', fact: 'b' });
  expect(reckon({ latest: ['a', 'b'] }, {}).on).toBeUndefined();
  expect(reckon('a', { a: '2024-11-01' }, '2024-10-31').on).toBeUndefined();
  expect(reckon('a', { a: '2024-11-01 since 2024-10-01' }, '2024-10-01').on).toBe('2024-11-01');
});

test('a branch that is taken but has no date yet is not replaced by another', () => {
  const operand: Operand = { choose: [{ when: { fact: 'a' }, then: 'b' }, { then: 'c' }] };
  expect(reckon(operand, { a: '2024-11-01', c: '2024-12-01' }).on).toBeUndefined();
  expect(reckon(operand, { c: '2024-12-01' }).on).toBe('2024-12-01');
});

test.each<[string, Operand, boolean]>([
  ['fact', { choose: [{ when: { all: [{ fact: 'a' }, { noFact: 'b' }] }, then: 'a' }] }, true],
  ['any', { choose: [{ when: { any: [{ fact: 'b' }, { flag: 'size', in: ['big'] }] }, then: 'a' }] }, true],
  ['isNot', { choose: [{ when: { flag: 'size', isNot: 'big' }, then: 'a' }] }, false],
  ['isNot of a flag nobody set', { choose: [{ when: { flag: 'colour', isNot: 'red' }, then: 'a' }] }, true],
  ['before', { choose: [{ when: { before: ['a', { days: 1, of: 'a' }] }, then: 'a' }] }, true],
  ['before, the same day', { choose: [{ when: { before: ['a', 'a'] }, then: 'a' }] }, false],
  ['before, not on record', { choose: [{ when: { before: ['a', 'b'] }, then: 'a' }] }, false],
])('condition %s', (_name, operand, holds) => {
  expect(reckon(operand, { a: '2024-11-01' }).on !== undefined).toBe(holds);
});

test('a further member never makes an earliest later or a latest earlier', () => {
  const day = fc.nat(4000).map((days) => addDays(civilDate('2020-01-01'), days));
  fc.assert(
    fc.property(day, day, day, (a, b, c) => {
      const dates = { a, b, c };
      const found = (operand: Operand) => reckon(operand, dates).on ?? '';
      expect(found({ earliest: ['a', 'b', 'c'] }) <= found({ earliest: ['a', 'b'] })).toBe(true);
      expect(found({ latest: ['a', 'b', 'c'] }) >= found({ latest: ['a', 'b'] })).toBe(true);
      expect(found({ earliest: ['a', 'b'] }) <= found({ latest: ['a', 'b'] })).toBe(true);
    }),
  );
});
