// What stands beside a name on a list: for a page of people at once, and only for whoever may open their own page.
import type { CivilDate } from '../../kernel/calendar/index.js';
import { database } from '../../cases/camhs-transition/project-for-tests.js';
import { marked } from './person-marks.js';

const day = (on: string) => on as CivilDate;
const theirs = 'estuary-mental-health';
const adult = { id: 'cora', role: 'adult-clinician', organisation: theirs };
const camhs = { id: 'ben', role: 'camhs-clinician', organisation: 'estuary-camhs' };

/** p1 and p2 were found at higher risk on 3 March; p2 agreed to be discussed with the adult service until 1 May, p3 is at no risk. */
function people() {
  const consent = { to: theirs, from: '2026-01-01', until: '2026-05-01' };
  const db = database(
    { id: 'p1', birthDate: '2008-05-10' },
    { id: 'p2', birthDate: '2008-05-10', consent },
    { id: 'p3', birthDate: '2008-05-10' },
  );
  for (const id of ['p1', 'p2'])
    db.run("INSERT INTO wait_risk VALUES ('w-' || ?1, ?1, '2026-03-03', '9999-12-31')", id);
  return db;
}
const lines = ['p1', 'p2', 'p3', 'p2'].map((personId, line) => ({ personId, line }));
const risks = (actor: typeof adult, on: string, today = on) =>
  marked(people(), lines, { actor, asOf: day(on) }, day(today)).map(({ riskHigherOn }) => riskHigherOn);

test('WAIT-45: every line about them has the day, and no other line', () => {
  expect(risks(camhs, '2026-03-02')).toEqual([undefined, undefined, undefined, undefined]);
  expect(risks(camhs, '2026-03-03')).toEqual(['2026-03-03', '2026-03-03', undefined, '2026-03-03']);
  expect(risks(camhs, '2026-03-04')).toEqual(['2026-03-03', '2026-03-03', undefined, '2026-03-03']);
});

test.each([
  ['2026-04-30', '2026-03-03'],
  ['2026-05-01', undefined],
  ['2026-05-02', undefined],
])('TRN-43, TRN-44: an adult clinician sees it only as long as consent holds: on %s %s', (today, found) =>
  expect(risks(adult, '2026-04-01', today)).toEqual([undefined, found, undefined, found]),
);

test('the consent that was given to another service shows nothing', () =>
  expect(risks({ ...adult, organisation: 'another-trust' }, '2026-04-01')).toEqual(lines.map(() => undefined)));

test('nobody who has died is marked', () => {
  const db = database({ id: 'p1', birthDate: '2008-05-10', diedOn: '2026-04-01' });
  db.run("INSERT INTO wait_risk VALUES ('w1', 'p1', '2026-03-03', '9999-12-31')");
  const on = (asOf: string) => marked(db, [{ personId: 'p1' }], { actor: camhs, asOf: day(asOf) }, day(asOf))[0];
  expect(on('2026-03-31')).toEqual({ personId: 'p1', riskHigherOn: '2026-03-03' });
  expect(on('2026-04-01')).toEqual({ personId: 'p1' });
});
