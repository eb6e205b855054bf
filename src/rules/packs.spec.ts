// Rule packs as files: a change of law is a new file, and a wrong file is refused before it does harm.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { civilDate } from '../kernel/calendar/index.js';
import { checkPack } from './check-pack.js';
import { deadlinesFor } from './deadlines.js';
import { deadlineOf, factsOn } from './facts-for-tests.js';
import { loadPacks } from './load-packs.js';
import { registerPacks } from './register-packs.js';

const endOfStage = (year: number) => ({ dayBefore: { startOfYear: year, of: 'birthDate' } });
const keyStageReviews = {
  pack: 'england-send-2030',
  version: 1,
  title: 'Made up for this test: annual reviews become key-stage reviews',
  pathway: 'ehc',
  inForce: { from: '2030-09-01' },
  settings: [],
  scopes: {
    cycle: {
      title: 'Review',
      facts: { clockStart: 'last review', birthDate: 'birth', decisionNotice: 'decision sent' },
    },
  },
  rules: [
    {
      id: 'EHC-91',
      key: 'review',
      title: 'Complete the review at the end of the key stage',
      force: 'law',
      source: 'made up',
      scope: 'cycle',
      due: {
        choose: [3, 7, 10, 12].map((year) => ({
          when: { before: ['clockStart', endOfStage(year)] },
          then: endOfStage(year),
        })),
      },
      met: 'decisionNotice',
    },
  ],
};

describe('a change of law', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'packs-'));
    writeFileSync(join(folder, 'england-send-2030.json'), JSON.stringify(keyStageReviews));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('EHC-93: given a new pack file, a case that starts under it takes it and an older case keeps its own', () => {
    const packs = loadPacks(folder);
    const facts = factsOn({ clockStart: '2030-06-10', birthDate: '2021-02-03' });
    const dueUnder = (pack: ReturnType<typeof packs.packInForce>) =>
      deadlineOf(deadlinesFor(pack, 'cycle', facts), 'review');

    const before = packs.packInForce('ehc', civilDate('2030-08-31'));
    const after = packs.packInForce('ehc', civilDate('2030-09-01'));
    expect([before.pack, after.pack]).toEqual(['england-send-2014', 'england-send-2030']);
    expect(dueUnder(after)).toMatchObject({ rule: 'EHC-91', dueOn: '2032-08-31', pack: 'england-send-2030' });

    const pinned = packs.packByVersion('england-send-2014', 1);
    expect(dueUnder(pinned)).toMatchObject({ rule: 'EHC-01', dueOn: '2031-06-09', pack: 'england-send-2014' });
  });
});

describe('the registry', () => {
  const pack = checkPack(keyStageReviews, 'made-up.json');
  test('refuses two packs of one name and version, and answers by name for what it does not have', () => {
    expect(() => registerPacks([pack, pack])).toThrow('two rule packs have this name and version');
    const packs = registerPacks([pack]);
    expect(() => packs.packByVersion('england-send-2030', 2)).toThrow(
      'There is no rule pack with the id england-send-2030 v2.',
    );
    expect(() => packs.packInForce('ehc', civilDate('2030-08-31'))).toThrow('There is no rule pack in force');
  });

  test('takes the higher version of packs in force from the same day', () => {
    const corrected = { ...pack, version: 2 };
    expect(registerPacks([corrected, pack]).packInForce('ehc', civilDate('2031-01-01'))).toBe(corrected);
  });
});

describe('a wrong pack is refused with the place of each mistake', () => {
  const [rule] = keyStageReviews.rules;
  const withRule = (change: object) => () =>
    checkPack({ ...keyStageReviews, rules: [{ ...rule, ...change }] }, 'wrong.json');
  test.each<[string, object]>([
    [
      'wrong.json: rule EHC-91 (review): due: earliest[1]: the scope has no fact meetng',
      { due: { earliest: ['clockStart', 'meetng'] } },
    ],
    ['due: must have one form, has wekks, of', { due: { wekks: 4, of: 'clockStart' } }],
    ['due: weeks does not go with form', { due: { weeks: 4, of: 'clockStart', form: 'x' } }],
    ['due: weeks needs of', { due: { weeks: 4 } }],
    ['due: months must be a whole number', { due: { months: 1.5, of: 'clockStart' } }],
    ['due: days must be at least 1', { due: { days: 0, beginningWith: 'clockStart' } }],
    ['due: tribunalWorkingDays must be at least 1', { due: { tribunalWorkingDays: -3, of: 'clockStart' } }],
    ['due: days: there is no service standard AMB-99', { due: { days: { setting: 'AMB-99' }, of: 'clockStart' } }],
    ['due: date must be a month and day of every year', { due: { date: '02-29', inYearOf: 'clockStart' } }],
    ['due: there is no named date yearEnd', { due: { named: 'yearEnd' } }],
    ['due: there is no choice of readings AMB-01', { due: { reading: 'AMB-01', of: {} } }],
    ['when: the scope has no flag outcome', { when: { flag: 'outcome', is: 'amend' } }],
    ['when: knows no condition not', { when: { not: { fact: 'clockStart' } } }],
    ['nothing could ever meet it', { met: [] }],
    ['a window needs "opens"', { kind: 'window' }],
    ['force must be one of law, national, local, practice', { force: 'statutory' }],
    ['is not the ID of a rule', { id: 'REVIEW' }],
    ['there is no scope cycles', { scope: 'cycles' }],
  ])('%s', (message, change) => {
    expect(withRule(change)).toThrow(message);
  });

  test('a service standard whose default cannot be reckoned with is refused; 0 is one where the setting says so', () => {
    const withDefault = (standard: object) => () =>
      checkPack(
        { ...keyStageReviews, settings: [{ id: 'S', title: 'A standard', unit: 'days', ...standard }] },
        'p.json',
      );
    expect(withDefault({ default: 0 })).toThrow('setting S: the default must be a whole number, at least 1');
    expect(withDefault({ default: 1 })).not.toThrow();
    expect(withDefault({ default: 0, least: 0 })).not.toThrow();
    expect(withDefault({ default: -1, least: 0 })).toThrow('at least 0');
  });

  test('what is missing at the head of a pack is named too', () => {
    expect(() => checkPack({ pack: 'x', version: 0 }, 'wrong.json')).toThrow(
      /title: is missing.*version: must be.*inForce: needs/,
    );
    expect(() => checkPack(null, 'wrong.json')).toThrow('is not a JSON object');
  });
});
