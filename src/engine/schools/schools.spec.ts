// The list of schools as a history and as rows: what is added, under which name a day finds a school, and what is said of those that are not on it.
import { given } from '../../kernel/given-when-then.js';
import { civilDate as day } from '../../kernel/calendar/index.js';
import type { Envelope } from '../../store/codec.js';
import { emptyLists } from '../processing/lists-for-tests.js';
import { isClosedOn, school, schoolEvents, schoolId, type SchoolDetails } from './domain/school.js';
import { schoolProjection } from './projection.js';
import { schoolNames } from './school-names.js';
import { numberedSchool, schoolWords } from './school-words.js';
import { foundSchools } from './queries/find-schools.js';

const harbour: SchoolDetails = { urn: '998001', ukprn: '10998001', name: 'Harbour School', status: 'open', links: [] };
const first = day('2026-09-01');
const later = day('2026-10-01');

describe('a list', () => {
  const link = { kind: 'successor', urn: '998013' } as const;
  const asked = (on: typeof first, details: Partial<SchoolDetails>) =>
    ({ type: 'ListSchool', on, details: { ...harbour, ...details } }) as const;
  const said = (on: typeof first, more: Partial<SchoolDetails> = {}) =>
    schoolEvents.listed.fact(on, { ...harbour, ...more });

  it('records a school that is new, and adds nothing when it is loaded again on another day', () => {
    expect(given(school).when(asked(first, {})).facts).toEqual([said(first)]);
    expect(given(school, [said(first)]).when(asked(later, {})).facts).toEqual([]);
  });

  it('that says something else is recorded from its day on; without links those that are known stay', () => {
    const known = given(school, [said(first, { links: [link] })]);
    const name = 'Harbour Academy';
    expect(known.when(asked(later, { name, links: undefined })).facts).toEqual([said(later, { name, links: [link] })]);
    expect(known.when(asked(later, { name, links: [] })).facts).toEqual([said(later, { name })]);
  });

  it('SHARE-05: that is older than what is known of a school is refused; of the same day it is not', () => {
    const known = given(school, [said(later)]);
    expect(known.when(asked(first, { name: 'Old name' })).refusal?.parts.rule).toBe('SHARE-05');
    expect(known.when(asked(later, { name: 'New name' })).facts).toHaveLength(1);
  });
});

describe('whether it is closed', () => {
  const of = (...listed: [string, Partial<SchoolDetails>][]) => ({
    listed: listed.map(([on, more]) => ({ ...harbour, ...more, on: day(on), eventId: on })),
  });

  it('is told by its last day: open the day before and on it, closed the day after', () => {
    const state = of(['2026-05-01', { status: 'open-but-closing', closesOn: day('2026-08-31') }]);
    expect(['2026-08-30', '2026-08-31', '2026-09-01'].map((on) => isClosedOn(state, day(on)))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('and where the register has no day, by the day on which it was listed so', () => {
    const state = of(['2026-05-01', {}], ['2026-06-01', { status: 'closed' }]);
    expect(['2026-05-31', '2026-06-01', '2026-06-02'].map((on) => isClosedOn(state, day(on)))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

function listed(...all: readonly (SchoolDetails & { readonly on?: string })[]) {
  const db = emptyLists(schoolProjection);
  const events = all.map(
    ({ on = '2026-09-01', ...data }, at) =>
      ({
        ...schoolEvents.listed.fact(day(on), data),
        ...{ id: `e${at}`, stream: `school-${schoolId(data.urn)}`, recordedAt: `${on}T12:00:00.000Z` },
      }) as unknown as Envelope,
  );
  db.transaction(() => schoolProjection.apply(events, db));
  return db;
}

describe('a name', () => {
  it('is the one of the day that is asked for: the day before it was listed the old one, from the day on the new one', () => {
    const db = listed(harbour, { ...harbour, name: 'Harbour Academy', on: '2026-10-01' });
    const on = (when: string) => schoolNames(db, ['998001'], day(when)).get('998001');
    expect(['1999-01-01', '2026-09-30', '2026-10-01', '2026-10-02'].map(on)).toEqual([
      ...['Harbour School', 'Harbour School'],
      ...['Harbour Academy', 'Harbour Academy'],
    ]);
  });

  it('that two schools have comes with the URN, whatever its capitals; it is found by the UKPRN too', () => {
    const db = listed(harbour, { ...harbour, urn: '998002', ukprn: '10998002', name: 'HARBOUR school' });
    const names = schoolNames(db, ['998001', '10998002', '998003', null, undefined], first);
    expect([names.get('998001'), names.get('10998002'), names.get('998003')]).toEqual([
      'Harbour School (URN 998001)',
      'HARBOUR school (URN 998002)',
      undefined,
    ]);
  });

  it('of a UKPRN that a closed and an open college share is the open one’s', () => {
    const shared = { ukprn: '10998001' };
    const db = listed(
      { ...harbour, ...shared, urn: '998009', name: 'Old College', status: 'closed' },
      { ...harbour, ...shared, name: 'New College' },
    );
    expect(schoolNames(db, ['10998001'], first).get('10998001')).toBe('New College');
    // Also beside the closed one, asked about by its own number.
    expect([...schoolNames(db, ['10998001', '998009'], first)].sort()).toEqual([
      ['10998001', 'New College'],
      ['998009', 'Old College'],
    ]);
  });

  it('that is not on the list is said by its number', () => {
    expect(schoolWords({ urn: '998003' })).toBe('URN 998003, not in the list of schools');
    expect(numberedSchool('10998003', null)).toBe('UKPRN 10998003, not in the list of schools');
    expect(schoolWords({})).toBeUndefined();
    expect(schoolWords({ urn: '998001', schoolName: 'Harbour School' })).toBe('Harbour School');
  });
});

describe('looking for a school', () => {
  const db = listed(
    harbour,
    { ...harbour, urn: '998002', ukprn: undefined, name: 'St Brendan’s Primary School', authority: '882' },
    { ...harbour, urn: '998003', ukprn: undefined, name: 'Harbour View Primary School', authority: '999' },
    {
      ...harbour,
      urn: '998003',
      ukprn: undefined,
      name: 'Quayside Primary School',
      authority: '999',
      on: '2026-10-01',
    },
  );
  const found = (name?: string, authority?: string) => foundSchools(db, { name, authority }, 10).map(({ urn }) => urn);

  it('goes by how words begin, in any order, by number, and by a name of before', () => {
    expect(found('prim st')).toEqual(['998002']);
    expect(found('10998001')).toEqual(['998001']);
    expect(found('998003')).toEqual(['998003']);
    expect(found('view')).toEqual(['998003']);
    expect(found('school')).toEqual(['998001', '998003', '998002']);
    expect(found('arbour')).toEqual([]);
    expect(found(undefined, '882')).toEqual(['998002']);
  });

  it('goes on after the last of a page', () => {
    const [one, two] = foundSchools(db, { name: 'school' }, 2);
    expect(foundSchools(db, { name: 'school' }, 2, [two!.sort_name, two!.urn]).map(({ urn }) => urn)).toEqual([
      '998002',
    ]);
    expect(one?.urn).toBe('998001');
  });
});

test('the work for a name does not grow with the list: every question goes by an index', () => {
  const db = listed(harbour);
  const plans: string[] = [];
  const all = db.all.bind(db);
  jest.spyOn(db, 'all').mockImplementation(((sql: string, ...values: never[]) => {
    plans.push(...all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail));
    return all(sql, ...values);
  }) as typeof db.all);
  schoolNames(db, ['998001', '10998001'], first);
  expect(plans.filter((line) => /^SCAN (?!json_each)/.test(line))).toEqual([]);
  expect(plans.some((line) => line.includes('school_urn'))).toBe(true);
});
