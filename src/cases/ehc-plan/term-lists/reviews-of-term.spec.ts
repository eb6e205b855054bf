// Who is on the list of a term and why: events in, rows asked, on a real SQLite (EHC-09, EHC-11, EHC-44, EHC-45).
import { civilDate as day } from '../../../kernel/calendar/index.js';
import { after, personId, rulePack, step } from '../domain/history-for-tests.js';
import { ehcEvents as events } from '../domain/events.js';
import { termOf } from '../domain/term-lists/terms.js';
import { apply, emptyRows, envelopes } from '../project-for-tests.js';
import { reviewsOfTerm } from './reviews-of-term.js';

type Step = Parameters<typeof after>[1];
const autumn = termOf('seaborough', '2026-autumn'); // 2 Sep 2026 up to 3 Jan 2027
const issued = (on: string, authority = 'seaborough') =>
  events.planIssued.fact(day(on), { personId, authority, rulePack });
const at = (urn: string, from: string, kind = 'mainstream'): Step =>
  ({ type: 'RecordPlacement', on: from, details: { placementId: `${urn}-${from}`, kind, urn, from } }) as Step;

function listed(asOf: string, plans: Readonly<Record<string, readonly [ReturnType<typeof issued>, ...Step[]]>>) {
  const db = emptyRows([{ id: personId, birthDate: '2015-05-01' }]);
  let from = 1;
  for (const [id, [first, ...steps]] of Object.entries(plans)) {
    const facts = after([first], ...steps);
    apply(db, envelopes(id, facts, from));
    from += facts.length;
  }
  return reviewsOfTerm(db, 'seaborough', autumn, day(asOf));
}
const names = (found: ReturnType<typeof listed>) => found.map(({ planId }) => planId);

it('EHC-11: lists whose meeting must be before the next term starts, with the dates that say so', () => {
  const found = listed('2026-08-19', {
    due: [issued('2025-11-20'), at('998001', '2025-11-20')],
    later: [issued('2026-02-20'), at('998001', '2026-02-20')],
  });
  expect(found).toMatchObject([
    { planId: 'due', person: 'Robin Example', institution: '998001', meetingBy: '2026-10-22', reviewBy: '2026-11-19' },
  ]);
  expect(found[0]?.dates.map(({ rule, dueOn }) => [rule, dueOn])).toEqual([
    ['EHC-09', '2026-10-22'],
    ['EHC-01', '2026-11-19'],
  ]);
});

it('EHC-11: the first and the last day of the time that a list covers', () => {
  // The meeting is due four weeks before the review: on 3 Jan 2027 it is in this term's time, on 4 Jan in the next one's.
  expect(names(listed('2026-08-19', { last: [issued('2026-02-01')], next: [issued('2026-02-02')] }))).toEqual(['last']);
});

it('EHC-11: one that is overdue stays on the list; one whose meeting was held is off it', () => {
  const held = [issued('2025-11-20'), step.meeting('2026-07-10')] as const;
  expect(names(listed('2026-08-19', { overdue: [issued('2025-02-01')], held: [...held] }))).toEqual(['overdue']);
  expect(names(listed('2026-07-09', { held: [...held] }))).toEqual(['held']);
});

it('EHC-45: with a phase transfer the earlier date wins, and the list says both', () => {
  const transfer = {
    type: 'ExpectPhaseTransfer',
    on: '2026-07-01',
    transferId: 't',
    phase: 'primary-to-secondary',
    transferOn: '2027-09-01',
  } as Step;
  const [review] = listed('2026-08-19', { y6: [issued('2026-06-20'), at('998001', '2026-06-20'), transfer] });
  expect(review).toMatchObject({ meetingBy: '2026-11-23', reviewBy: '2027-02-15' });
  expect(review?.dates.map(({ rule }) => rule)).toEqual(['EHC-44', 'EHC-40', 'EHC-09', 'EHC-01']);
});

it('EHC-46: stands on the list of the school attended when the term starts', () => {
  const moves = [issued('2025-11-20'), at('998001', '2025-11-20'), at('998002', '2026-09-01')] as const;
  expect(listed('2026-08-19', { moves: [...moves] })[0]?.institution).toBe('998002');
});

it('EHC-14: one who attends no institution is on the list of none', () => {
  const atHome = [issued('2025-11-20'), at('998001', '2025-11-20', 'EHE')] as const;
  const found = listed('2026-08-19', { atHome: [...atHome], unknown: [issued('2025-11-21')] });
  expect(found.map(({ institution }) => institution)).toEqual([undefined, undefined]);
});

it('EHC-11: neither a plan that has ended nor one of another authority is on it; one by the council’s other name is', () => {
  const ended = [issued('2025-11-20'), { type: 'MoveOut', on: '2026-08-01', toAuthority: '881' } as Step] as const;
  const plans = {
    ended: [...ended],
    other: [issued('2025-11-20', '881')],
    named: [issued('2025-11-20', 'seaborough-council')],
  } as const;
  expect(names(listed('2026-08-19', plans as never))).toEqual(['named']);
});
