// Names as they are compared, and by what somebody is looked up.
import fc from 'fast-check';
import { bornNearly, nameKey, nameKeys } from './blocking.js';
import { dateLevel } from './compare.js';
import { folded, foldName } from './fold-name.js';
import { edits, jaroWinkler } from './similarity.js';

it.each([
  ['O’Neill-Smith', 'oneill smith'],
  ["O'Neill", 'oneill'],
  ['Łukasz', 'lukasz'],
  ['Søren', 'soren'],
  ['Đặng', 'dang'],
  ['Weiß', 'weiss'],
  ['Yıldız', 'yildiz'],
  ['İrem', 'irem'],
  ['Æthelred', 'aethelred'],
  ['Zoë', 'zoe'],
  ['Ｚoe', 'zoe'],
  ['  Anne   Marie ', 'anne marie'],
  ['محمد', 'محمد'],
  ['', ''],
])('%j is folded to "%s"', (name, key) => {
  expect(foldName(name)).toBe(key);
});

it.each([
  ['van den Berg', 'vandenberg', ['berg']],
  ['al-Hassan', 'alhassan', ['hassan']],
  ['De Souza', 'desouza', ['souza']],
  ['Smith-Jones', 'smithjones', ['smith', 'jones']],
  ['Le', 'le', ['le']],
  ['-', '', []],
  ['Unknown', '', []],
  ['FNU', '', []],
  ['N/A', '', []],
  ['Na', 'na', ['na']],
  [undefined, '', []],
])('%j is %s of the parts %j', (name, whole, parts) => {
  expect(folded(name)).toEqual({ whole, parts });
});

it('somebody is looked up by both orders of their names, and by neither where there is none', () => {
  expect(nameKeys('Zoë', 'De Souza')).toEqual(['desouza zoe', 'zoe desouza']);
  expect(nameKeys('Berg', 'Berg')).toEqual(['berg berg']);
  expect(nameKey('-', 'Okonjo')).toBe('okonjo ');
  expect(nameKeys('-', 'unknown')).toEqual([]);
});

it.each([
  ['amelia', 'amelia', 0],
  ['hazel', 'hazl', 1],
  ['hazl', 'hazel', 1],
  ['amelia', 'amelie', 1],
  ['jonh', 'john', 1],
  ['alan', 'allen', 2],
  ['ab', 'ba', 1],
  ['abcd', 'badc', 2],
  ['', 'ab', 2],
])('between %s and %s are %i edits', (one, other, count) => {
  expect(edits(one, other)).toBe(count);
});

it.each([
  ['martha', 'marhta', 0.961],
  ['dwayne', 'duane', 0.84],
  ['dixon', 'dicksonx', 0.813],
  ['abc', 'xyz', 0],
  ['', 'abc', 0],
])('Jaro and Winkler’s measure of %s and %s is %d', (one, other, measure) => {
  expect(jaroWinkler(one, other)).toBeCloseTo(measure, 3);
});

it('a slip in a birth date is found by what is looked up, and nothing else is', () => {
  const days = fc.date({ min: new Date('1996-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
  const day = days.map((at) => at.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, (one) => {
      const near = bornNearly(one);
      expect(near).not.toContain(one);
      for (const other of near) expect(dateLevel(one, other)).toMatch(/swapped|a-day-apart/);
    }),
  );
  expect(bornNearly('2008-02-29')).toEqual(['2008-02-28', '2008-03-01']);
  expect(bornNearly('2010-03-08')).toEqual(['2010-03-07', '2010-03-09', '2010-08-03']);
  expect(bornNearly('2010-03-03')).toEqual(['2010-03-02', '2010-03-04']);
});
