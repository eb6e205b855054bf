// The timeline of deadlines: what every rule of every pack must keep to, whatever is on record.
import fc from 'fast-check';
import { addDays, civilDate } from '../kernel/calendar/index.js';
import { allRules } from './all-rules.js';
import { compiled } from './compile-pack.js';
import { holdsOn } from './deadline.js';
import { deadlinesFor } from './deadlines.js';
import type { Facts, Flags } from './facts.js';
import { factsOn } from './facts-for-tests.js';
import { loadPacks } from './load-packs.js';
import type { RulePack } from './rule-pack.js';

const packs = loadPacks().all;
const scopes = packs.flatMap((pack) => Object.keys(pack.scopes).map((scope) => ({ pack, scope })));
const start = civilDate('2004-01-01');
const date = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(start, days));

const factsOf = (pack: RulePack, scope: string): fc.Arbitrary<Facts> => {
  const dated = fc.record({ on: date, since: date }, { requiredKeys: ['on'] });
  const names = Object.keys(pack.scopes[scope]?.facts ?? {});
  const fact = (eventId: string) =>
    fc.tuple(dated, fc.option(dated, { nil: undefined })).map(([each, agreedBefore]) => {
      const before = agreedBefore && { ...agreedBefore, eventId };
      return { ...each, eventId, before };
    });
  const named = Object.fromEntries(names.map((name) => [name, fact(name)]));
  return fc.record(named, { requiredKeys: [] });
};
const flagsOf = (pack: RulePack, scope: string): fc.Arbitrary<Flags> => {
  const flag = (values: readonly string[]) =>
    fc.oneof(fc.constantFrom(...values), fc.record({ is: fc.constantFrom(...values), since: date }));
  const given = Object.entries(pack.scopes[scope]?.flags ?? {}).map(([name, values]) => [name, flag(values)] as const);
  return fc.record(Object.fromEntries(given), { requiredKeys: [] });
};
const anyCase = fc.constantFrom(...scopes).chain(({ pack, scope }) =>
  fc.record({
    pack: fc.constant(pack),
    scope: fc.constant(scope),
    facts: factsOf(pack, scope),
    flags: flagsOf(pack, scope),
  }),
);

test('every rule of every pack has the ID of a rule, a force, a source and words that explain its date', () => {
  for (const rule of packs.flatMap(allRules)) {
    expect(rule.id).toMatch(/^((CAL|EHC|TRN|WAIT|REC|AMB)-|R\d+$)/);
    expect(rule.source.length).toBeGreaterThan(3);
  }
  fc.assert(
    fc.property(anyCase, ({ pack, scope, facts, flags }) => {
      for (const row of deadlinesFor(pack, scope, facts, flags)) {
        expect(row.basis().length).toBeGreaterThan(0);
        const fact = facts[row.trigger.fact];
        expect([fact?.on, fact?.before?.on]).toContain(row.trigger.on);
        expect(row.trigger.eventId).toBe(row.trigger.fact);
      }
    }),
    { numRuns: 400 },
  );
});

test('the rows of a rule never overlap, and on every day they give what the rule gives for the record of that day', () => {
  fc.assert(
    fc.property(anyCase, date, ({ pack, scope, facts, flags }, day) => {
      const rows = deadlinesFor(pack, scope, facts, flags);
      for (const rule of compiled(pack).rulesOf(scope)) {
        const holding = rows.filter((row) => row.key === rule.key && holdsOn(row, day));
        expect(holding.length).toBeLessThanOrEqual(1);
        if (rule.cancelledBy?.some((name) => facts[name] !== undefined)) continue;
        const known = { facts, flags, on: day };
        const expected = rule.applies?.at(known) === false ? undefined : rule.reckonDue.at(known)?.on;
        expect(holding[0]?.dueOn).toBe(expected);
      }
    }),
    { numRuns: 400 },
  );
});

test('rows of a rule follow one another in order, each with a day of its own', () => {
  fc.assert(
    fc.property(anyCase, ({ pack, scope, facts, flags }) => {
      const last = new Map<string, string>();
      for (const { key, validFrom, validTo } of deadlinesFor(pack, scope, facts, flags)) {
        expect(last.get(key) ?? '').not.toBe('open');
        expect(validFrom >= (last.get(key) ?? '')).toBe(true);
        if (validTo !== undefined) expect(validFrom < validTo).toBe(true);
        last.set(key, validTo ?? 'open');
      }
    }),
    { numRuns: 400 },
  );
});

test('TRN-33: a date that was agreed anew holds from then on, the one before it up to then', () => {
  const pack = packs.find(({ pack: name }) => name === 'camhs-transition-a')!;
  const plan = (on: string, since: string) => ({
    on: civilDate(on),
    since: civilDate(since),
    eventId: `plan of ${since}`,
  });
  const transferPlanned = { ...plan('2026-04-17', '2026-03-20'), before: plan('2026-03-17', '2025-11-20') };
  const rows = deadlinesFor(pack, 'transition', { transferPlanned }).filter(({ key }) => key === 'openedAsPlanned');
  expect(rows.map(({ dueOn, validFrom, validTo, trigger }) => [dueOn, validFrom, validTo, trigger.eventId])).toEqual([
    ['2026-03-17', '2025-11-20', '2026-03-20', 'plan of 2025-11-20'],
    ['2026-04-17', '2026-03-20', undefined, 'plan of 2026-03-20'],
  ]);
});

test('a met date splits no row, and what nobody began is not said to be begun', () => {
  const pack = packs.find(({ pathway }) => pathway === 'ehc')!;
  const fact = (on: string) => ({ on: civilDate(on), eventId: on });
  const rows = deadlinesFor(pack, 'cycle', { meeting: fact('2025-11-10'), report: fact('2025-11-20') });
  expect(rows.filter(({ key }) => key === 'report')).toEqual([
    expect.objectContaining({ metOn: '2025-11-20', metBy: '2025-11-20', validFrom: '2025-11-10', validTo: undefined }),
  ]);
  expect(rows.find(({ key }) => key === 'adviceCirculated')?.beganOn).toBeUndefined();
});

test('a date known only from somebody’s word is marked so', () => {
  const pack = packs.find(({ pathway }) => pathway === 'ehc')!;
  const facts = {
    meeting: { on: civilDate('2025-11-10'), eventId: 'm' },
    report: { on: civilDate('2025-11-20'), eventId: 'r', notEvidenced: true },
  };
  expect(deadlinesFor(pack, 'cycle', facts).find(({ key }) => key === 'report')?.notEvidenced).toBe(true);
});

test('a scope that the pack does not have is refused by name', () => {
  expect(() => deadlinesFor(packs[0]!, 'cycles', {})).toThrow(
    'There is no scope with the id camhs-transition-a v1 cycles.',
  );
});

describe('one row of a plan’s cycle', () => {
  const send = loadPacks().packByVersion('england-send-2014', 1);
  const rowsOf = (key: string, facts: Facts) =>
    deadlinesFor(send, 'cycle', facts, { outcome: 'amend' }).filter((row) => row.key === key);

  test('EHC-21: is left as it is by a later fact that changes neither the date nor what it came from', () => {
    const facts = factsOn({ meeting: '2026-06-01', report: '2026-06-05', decisionNotice: '2026-06-10' });
    expect(rowsOf('report', facts)).toMatchObject([
      { dueOn: '2026-06-15', validFrom: '2026-06-01', validTo: undefined },
    ]);
  });

  test('EHC-21: tells that it is met by somebody’s word only, and only then', () => {
    const facts = factsOn({ meeting: '2026-06-01', report: '2026-06-05' });
    const byWord = { ...facts, report: { ...facts['report']!, notEvidenced: true } };
    expect(rowsOf('report', facts)[0]?.notEvidenced).toBeUndefined();
    expect(rowsOf('report', byWord)).toMatchObject([{ metOn: '2026-06-05', notEvidenced: true }]);
    expect(rowsOf('report', factsOn({ meeting: '2026-06-01' }))[0]?.notEvidenced).toBeUndefined();
  });

  test('EHC-27: after a notice that only a return tells of nobody knows of the final plan; after one with its document all is known', () => {
    const facts = factsOn({ meeting: '2026-06-01', amendmentNotice: '2026-06-20' });
    const byReturn = { ...facts, amendmentNotice: { ...facts['amendmentNotice']!, notEvidenced: true } };
    expect(rowsOf('finalPlan', byReturn).at(-1)).toMatchObject({ untold: true });
    expect(rowsOf('finalPlan', facts).at(-1)?.untold).toBeUndefined();
  });
});
