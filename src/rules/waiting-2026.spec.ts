// The waiting standards and bands, through the pack.
import { addDays, civilDate, daysBetween } from '../kernel/calendar/index.js';
import { bandOf } from './bands.js';
import { statusOn } from './deadline.js';
import { deadlinesFor } from './deadlines.js';
import { deadlineOf, factsOn } from './facts-for-tests.js';
import { loadPacks } from './load-packs.js';

const pack = loadPacks().packInForce('waiting', civilDate('2026-06-30'));
const census = civilDate('2026-06-30');

test.each([
  ['2026-06-23', '0-1 weeks'],
  ['2026-06-22', '1-2 weeks'],
  ['2026-06-16', '1-2 weeks'],
  ['2026-06-15', '2-4 weeks'],
  ['2026-06-02', '2-4 weeks'],
  ['2026-06-01', '4-12 weeks'],
  ['2026-04-07', '4-12 weeks'],
  ['2026-04-06', '12-18 weeks'],
  ['2026-02-24', '12-18 weeks'],
  ['2026-02-23', '18-52 weeks'],
  ['2025-07-01', '18-52 weeks'],
  ['2025-06-30', 'over 52 weeks'],
])('WAIT-10: a clock started on %s is in the band %s at the census of 30 Jun 2026', (clockStart, label) => {
  expect(bandOf(pack, 'WAIT-10', daysBetween(civilDate(clockStart), census)).label).toBe(label);
});

test('WAIT-10: every wait of whole days has one band, on both readings of day 365 (AMB-08)', () => {
  for (let days = 0; days < 500; days++) expect(() => bandOf(pack, 'WAIT-10', days)).not.toThrow();
  expect(bandOf(pack, 'WAIT-10', 365, { 'AMB-08': 'FROM_366' }).label).toBe('18-52 weeks');
  expect(() => bandOf(pack, 'WAIT-10', -1)).toThrow('a wait is a whole number of days');
});

test('WAIT-06: day 126 is within 18 weeks, day 127 is not, and the standard is national, not law', () => {
  const [rtt] = deadlinesFor(pack, 'rtt', factsOn({ clockStart: '2026-01-01' }));
  expect(rtt).toMatchObject({ dueOn: '2026-05-07', force: 'national' });
  expect([126, 127].map((days) => statusOn(rtt!, addDays(civilDate('2026-01-01'), days)))).toEqual(['due', 'absent']);
});

test('WAIT-32: three months from 30 Nov 2025 end on 28 Feb 2026, thirteen weeks on 1 Mar 2026', () => {
  const rows = deadlinesFor(pack, 'autism', factsOn({ received: '2025-11-30' }));
  expect(['assessmentStart', 'firstContact'].map((key) => deadlineOf(rows, key).dueOn)).toEqual([
    '2026-02-28',
    '2026-03-01',
  ]);
});

test('WAIT-45: the next update is due 90 days after the last, or as the service has set (AMB-09)', () => {
  const facts = factsOn({ lastContact: '2026-01-01' });
  const due = (settings = {}) => deadlinesFor(pack, 'waitingWell', facts, {}, settings)[0]?.dueOn;
  expect([due(), due({ 'AMB-09': 30 })]).toEqual(['2026-04-01', '2026-01-31']);
  expect(() => due({ 'AMB-09': 0 })).toThrow('must be a whole number of days, at least 1');
});

test('WAIT-20, WAIT-11: help within four weeks and the community wait within 18 weeks are aims, never called law', () => {
  const [help] = deadlinesFor(pack, 'mhCyp', factsOn({ request: '2026-01-05' }));
  expect(help).toMatchObject({ rule: 'WAIT-20', dueOn: '2026-02-02', kind: 'target', force: 'national' });
  const [community] = deadlinesFor(pack, 'chs', factsOn({ referral: '2026-01-05' }));
  expect(community).toMatchObject({ rule: 'WAIT-11', dueOn: '2026-05-11', kind: 'target', force: 'national' });
});
