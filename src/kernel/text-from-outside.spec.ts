// Every text from outside is one that a person can see and that says what it seems to say.
import fc from 'fast-check';
import { oneLine, textProblem, tidyText, tidyTexts } from './text-from-outside.js';

describe('a text of which nothing can be seen is empty', () => {
  it.each(['', ' ', '\t\n', '\u00a0', '\u2003\u3000', '\u200b', '\ufeff', '\u200d', '\u2800', '\u3164', '\u00ad'])(
    '%j',
    (text) => expect(tidyText(text)).toBe(''),
  );
});

describe('a text is refused', () => {
  it.each([
    ['a null character', 'Ada\0'],
    ['a bell', '\x07Ada'],
    ['an escape', 'A\x1b[31mda'],
    ['a delete', 'Ada\x7f'],
    ['a control of the second set', 'Ada\x85'],
    ['a line separator', 'Ada\u2028Example'],
    ['an override of direction', 'Ada \u202egnp.exe'],
    ['an isolate', '\u2066Ada\u2069'],
    ['half of a pair', 'Ada\ud800'],
    ['a tag', 'Ada\u{e0041}'],
    ['no character', 'Ada\uffff'],
  ])('for %s', (_, text) => expect(textProblem(text)).toMatch(/^must /));
});

it.each([
  'O’Neill-Smith',
  'José Núñez',
  'Nguyễn Thị Ánh',
  'محمد عبد الله',
  'می‌خواهم',
  'क्‍ष',
  '李小龍',
  'two lines\r\nand a tab\there',
  '👩‍👧 family',
])('%j is a text as people write it, and stays as it is', (text) => {
  expect(textProblem(text)).toBeUndefined();
  expect(tidyText(text)).toBe(text.normalize('NFC'));
});

it('one name has one spelling, however it was typed', () => expect(tidyText('  Jose\u0301 ')).toBe(tidyText('José')));

it('a name stands on one line', () => expect(oneLine('Ada\r\n\t Example')).toBe('Ada Example'));

it('tidying twice is tidying once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => tidyText(tidyText(text)) === tidyText(text)),
  );
});

it('looks into lists and parts, names the field, and leaves what is no text alone', () => {
  const given = { name: ' Ada ', people: [{ name: 'E\u202eve' }], years: 9, known: true, none: null };
  const { value, problems } = tidyTexts(given);
  expect(value).toEqual({ ...given, name: 'Ada' });
  expect(problems).toEqual([{ field: 'people.0.name', problem: expect.stringContaining('direction') as string }]);
});
