// How long records are kept, with the worked example of the rules.
import { civilDate as day } from '../../kernel/calendar/index.js';
import { hasRunOut, keptUntil, retentionOf } from './kept-until.js';

const born = day('2008-05-15');

test('REC-03: born 15 May 2008, CAMHS ended 1 Mar 2026 at 17: REC-01 15 May 2034, REC-02 and so REC-03 1 Mar 2046, the EHC part 15 May 2039', () => {
  const kept = { birthDate: born, lastOn: { health: day('2026-03-01'), ehc: day('2026-03-01') } };
  expect(retentionOf(kept)).toEqual([
    { rule: 'REC-01', until: '2033-05-15' },
    { rule: 'REC-01', until: '2034-05-15' },
    { rule: 'REC-02', until: '2046-03-01' },
    { rule: 'REC-04', until: '2039-05-15' },
  ]);
  expect(keptUntil(kept)).toEqual({ rule: 'REC-02', until: '2046-03-01' });
});

test('REC-01: who was not 17 when treatment ended is kept to the 25th birthday only', () => {
  const rules = retentionOf({ birthDate: born, lastOn: { health: day('2024-03-01') } });
  expect(rules).toContainEqual({ rule: 'REC-01', until: '2033-05-15' });
  expect(rules).not.toContainEqual({ rule: 'REC-01', until: '2034-05-15' });
});

test('REC-02: ten years after a death take the place of twenty after the last contact', () => {
  const kept = { birthDate: born, diedOn: day('2026-04-20'), lastOn: { health: day('2026-06-01') } };
  expect(retentionOf(kept)).toContainEqual({ rule: 'REC-02', until: '2036-04-20' });
  expect(keptUntil(kept)).toEqual({ rule: 'REC-02', until: '2036-04-20' });
});

test('REC-04: a council record alone is kept 31 years from birth', () => {
  expect(keptUntil({ birthDate: born, lastOn: { ehc: day('2030-01-01') } })).toEqual({
    rule: 'REC-04',
    until: '2039-05-15',
  });
  expect(keptUntil({ birthDate: born, lastOn: {} })).toBeUndefined();
});

test('REC-03: on its last day a record is still kept, and not on the day after', () => {
  const until = { rule: 'REC-04', until: day('2039-05-15') };
  expect(['2039-05-14', '2039-05-15', '2039-05-16'].map((today) => hasRunOut(until, day(today)))).toEqual([
    false,
    false,
    true,
  ]);
});
