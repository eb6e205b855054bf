// A plan that goes on past the 25th birthday: the three ways in which it ends, and what is said while the end is not known (EHC-64).
import { given } from '../../kernel/given-when-then.js';
import { deadlinesFor, holdsOn, packByVersion } from '../../rules/index.js';
import { ehcPlan } from './ehc-plan.js';
import { subjectsOf } from './domain/facts.js';
import { after, ask, day, issued, stateOf } from './domain/history-for-tests.js';

type History = ReturnType<typeof after>;
type Asked = Parameters<typeof ask>[0];
const birthDate = day('2001-01-10');
const plan = [issued('2016-03-01')];

const goesOn = (setting: string, more: object = {}): Asked =>
  ({ type: 'ContinuePast25', on: '2025-12-01', setting, birthDate, ...more }) as Asked;
const courseEnd = (on: string, endsOn: string): Asked => ({
  type: 'RecordCourseEnd',
  on,
  endsOn: day(endsOn),
  birthDate,
});
const atMaximumAge = (on: string): Asked => ({ type: 'CeasePlan', on, ground: 'maximum-age', birthDate });
const refusalOf = (history: History, command: Asked) => given(ehcPlan, history).when(ask(command)).refusal?.parts;

/** What the rules say of the end on a day, and when what was to be done was done. */
function endsOf(history: History, on = '2026-12-31') {
  const [subject] = subjectsOf('plan', stateOf(history), { on: birthDate, eventId: 'born' }).filter(
    ({ scope, id }) => scope === 'plan' && id === 'plan',
  );
  const { pack, packVersion, facts, flags } = subject!;
  const rows = deadlinesFor(packByVersion(pack, packVersion), 'plan', facts, flags)
    .filter((row) => holdsOn(row, day(on)))
    .filter(({ key }) => key.startsWith('continued') || key === 'courseEnd');
  return Object.fromEntries(rows.map(({ key, dueOn, metOn }) => [key, metOn ? `${dueOn}, met ${metOn}` : dueOn]));
}

describe('A plan that goes on past 25', () => {
  it('EHC-64: born 10 Jan 2001, on a course that ends on 20 May 2026, it ends on 20 May 2026 and not on 9 Jan 2027', () => {
    expect(endsOf(after(plan, goesOn('other', { trainingEndsOn: day('2026-05-20') })))).toMatchObject({
      continuedOther: '2026-05-20',
    });
  });

  it.each(['other', 'apprenticeship'])(
    'EHC-64: %s, it never goes beyond the day before the 26th birthday',
    (setting) => {
      const key = setting === 'other' ? 'continuedOther' : 'continuedApprenticeship';
      const endsFor = (ends: string) => endsOf(after(plan, goesOn(setting, { trainingEndsOn: day(ends) })))[key];
      expect(['2027-01-08', '2027-01-09', '2027-01-10', '2027-06-30'].map(endsFor)).toEqual([
        '2027-01-08',
        '2027-01-09',
        '2027-01-09',
        '2027-01-09',
      ]);
    },
  );

  it('EHC-64: in further education it ends on 31 July, whenever the course ends', () => {
    const college = after(plan, goesOn('furtherEducation', { trainingEndsOn: day('2026-05-20') }));
    expect(endsOf(college)).toEqual({ continuedFurtherEducation: '2026-07-31' });
    expect(refusalOf(college, courseEnd('2026-02-02', '2026-05-20'))?.rule).toBe('EHC-64');
  });

  it('EHC-64: while it is not recorded when the course ends, that is said and is to be done; no end is made up', () => {
    const unknown = after(plan, goesOn('other'));
    expect(endsOf(unknown)).toEqual({ continuedLatest: '2027-01-09', courseEnd: '2026-01-10' });
    const known = after(unknown, courseEnd('2026-02-02', '2026-05-20'));
    expect(endsOf(known, '2026-02-01')).toMatchObject({ continuedLatest: '2027-01-09' });
    expect(endsOf(known, '2026-02-02')).toEqual({
      continuedOther: '2026-05-20',
      courseEnd: '2026-01-10, met 2026-02-02',
    });
  });

  it('EHC-64: a course that ends on another day moves the end from the day on which that became known', () => {
    const longer = after(
      plan,
      goesOn('apprenticeship', { trainingEndsOn: day('2026-05-20') }),
      courseEnd('2026-04-01', '2026-07-03'),
      courseEnd('2026-04-02', '2026-07-03'),
    );
    expect(endsOf(longer, '2026-03-31')).toMatchObject({ continuedApprenticeship: '2026-05-20' });
    expect(endsOf(longer, '2026-04-01')).toMatchObject({ continuedApprenticeship: '2026-07-03' });
    expect(stateOf(longer).past25?.courseEnds).toHaveLength(2);
  });

  it('EHC-64: with a course that ends before the 25th birthday there is nothing to go on with', () => {
    const before = goesOn('other', { trainingEndsOn: day('2026-01-09') });
    expect(refusalOf(plan, before)?.fields?.[0]?.field).toBe('trainingEndsOn');
    expect(refusalOf(plan, goesOn('other', { trainingEndsOn: day('2026-01-10') }))).toBeUndefined();
    expect(refusalOf(after(plan, goesOn('other')), courseEnd('2026-02-02', '2026-01-09'))?.fields?.[0]?.field).toBe(
      'endsOn',
    );
    expect(refusalOf(plan, courseEnd('2026-02-02', '2026-05-20'))?.rule).toBe('EHC-64');
  });

  it.each([
    ['2025-01-09', 'EHC-64'],
    ['2025-01-10', undefined],
    ['2025-01-11', undefined],
  ])('EHC-64: it is decided from the 24th birthday on, and of no child: on %s refused by %s', (on, rule) => {
    const young = { on, birthDate: day('2001-01-10') };
    expect(refusalOf(plan, goesOn('other', young))?.rule).toBe(rule);
  });

  it('EHC-64: nothing is decided to go on to a day that has passed', () => {
    const college = (on: string) => goesOn('furtherEducation', { on });
    expect(refusalOf(plan, college('2026-07-31'))).toBeUndefined();
    expect(refusalOf(plan, college('2026-08-01'))?.rule).toBe('EHC-64');
  });

  it('EHC-64: until the end that was decided nobody is ceased by age; without a known end only the latest day does', () => {
    const decided = after(plan, goesOn('other', { trainingEndsOn: day('2026-05-20') }));
    expect(refusalOf(decided, atMaximumAge('2026-05-19'))?.detail).toContain('20 May 2026');
    expect(refusalOf(decided, atMaximumAge('2026-05-20'))).toBeUndefined();
    const unknown = after(plan, goesOn('other'));
    expect(refusalOf(unknown, atMaximumAge('2026-05-20'))?.detail).toContain('not recorded');
    expect(refusalOf(unknown, atMaximumAge('2027-01-09'))).toBeUndefined();
  });
});
