// Past days over real rows: nothing that happened later is shown.
import { destinationOf } from '../domain/destinations.js';
import { transitionEvents as events } from '../domain/events.js';
import { day, opened } from '../domain/transitions-for-tests.js';
import { database, project } from '../project-for-tests.js';
import { caseColumns, caseTables, type CaseRow } from './cases.js';
import { handOverLines } from './list-hand-overs.js';
import { linesOf, registerRows } from './register-rows.js';
import { viewCase } from './view-case.js';

const ann = { id: 'p1', birthDate: '2008-05-15' };
const camhs = { id: 'c', role: 'camhs-clinician', organisation: 'estuary-camhs' };

test('REC-24: lead, destination, fallback and hand-over items are as of the date', () => {
  const progressions = { destination: 'PROGRESSIONS' };
  const item = { itemId: 'i1' };
  const db = project(
    database(ann),
    't1',
    opened(),
    events.receivingServiceChosen.fact(day('2025-10-01'), { destination: 'ADULT_LD' }),
    events.referred.fact(day('2025-10-02'), { destination: 'ADULT_LD', consentEventIds: [] }),
    events.referralRefused.fact(day('2025-11-01'), { destination: 'ADULT_LD', reason: 'r' }),
    events.receivingServiceChosen.fact(day('2025-12-01'), progressions),
    events.itemOffered.fact(day('2026-01-05'), { ...item, kind: 'medication' }),
    events.itemAccepted.fact(day('2026-01-20'), item),
    events.handOverAccepted.fact(day('2026-02-01'), { service: 'PROGRESSIONS', by: 'b' }),
    events.leadServiceChanged.fact(day('2026-03-01'), { lead: 'adult', crisisContact: 'camhs', reason: 'r' }),
    events.leadServiceChanged.fact(day('2026-03-10'), { lead: 'adult', crisisContact: 'adult', reason: 'r' }),
  );
  const at = (on: string) => {
    const view = viewCase(db, 't1', day(on));
    const { destination, needsFallback, leadService, crisisContact, handOver } = view;
    return [
      destination,
      needsFallback,
      leadService,
      crisisContact,
      handOver.map(({ status, on: since }) => [status, since]),
    ];
  };
  const [learning, other] = ['ADULT_LD', 'PROGRESSIONS'].map((code) => destinationOf(code).label);
  expect(at('2025-09-30')).toEqual([undefined, false, 'camhs', 'camhs', []]);
  expect(at('2025-10-31')).toEqual([learning, false, 'camhs', 'camhs', []]);
  expect(at('2025-11-30')).toEqual([undefined, true, 'camhs', 'camhs', []]);
  expect(at('2026-01-10')).toEqual([other, false, 'camhs', 'camhs', [['offered', '2026-01-05']]]);
  expect(at('2026-01-20')[4]).toEqual([['accepted', '2026-01-20']]);
  expect(at('2026-01-31').slice(2, 4)).toEqual(['camhs', 'camhs']);
  expect(at('2026-02-01').slice(2, 4)).toEqual(['PROGRESSIONS', 'PROGRESSIONS']);
  expect(at('2026-03-01').slice(2, 4)).toEqual(['PROGRESSIONS', 'camhs']);
  expect(at('2026-03-10').slice(2, 4)).toEqual(['PROGRESSIONS', 'PROGRESSIONS']);
  const line = (on: string) => {
    const rows = registerRows(db, { actor: camhs, asOf: day(on) }, { limit: 10, today: day('2026-06-01') });
    return linesOf(db, rows, day(on)).map((one) => [one.destination, one.needsFallback])[0];
  };
  expect([line('2025-09-30'), line('2025-11-30'), line('2026-01-10')]).toEqual([
    [undefined, false],
    [undefined, true],
    [other, false],
  ]);
  const handOver = (on: string) => {
    const row = db.get<CaseRow>(`SELECT ${caseColumns} FROM ${caseTables}`)!;
    return handOverLines(db, [row], day(on)).map((one) => [one.destination, one.itemsOffered, one.itemsAccepted])[0];
  };
  expect([handOver('2025-11-30'), handOver('2026-01-10'), handOver('2026-01-20')]).toEqual([
    [undefined, 0, 0],
    [other, 1, 0],
    [other, 0, 1],
  ]);
  expect(() => viewCase(db, 't1', day('2024-03-03'))).toThrow('no transition');
});

test('every time of a step is shown with its day, as of a date', () => {
  const meeting = (on: string) => {
    const data = { stepId: 'TRN-A3.1', milestone: 'JOINT_ASSESS', fact: 'jointAssessment', outcome: 'done' } as const;
    return events.stepRecorded.fact(day(on), data);
  };
  const db = project(database(ann), 't1', opened(), meeting('2025-11-20'), meeting('2026-01-12'));
  const at = (on: string) => {
    const steps = viewCase(db, 't1', day(on)).stages.flatMap((stage) => stage.steps);
    const found = steps.find(({ id }) => id === 'TRN-A3.1');
    return [found?.on, found?.times?.map((time) => time.on)];
  };
  expect(at('2025-11-20')).toEqual(['2025-11-20', ['2025-11-20']]);
  expect(at('2026-01-12')).toEqual(['2025-11-20', ['2025-11-20', '2026-01-12']]);
});

test('TRN-33: a referral that nobody answers is on the register from its day to the day before the answer', () => {
  const to = 'PROGRESSIONS';
  const answer = events.referralRefused.fact(day('2026-03-04'), { destination: to, reason: 'r' });
  const db = project(
    database(ann),
    't1',
    opened(),
    events.referred.fact(day('2026-01-01'), { destination: to, consentEventIds: [] }),
    answer,
  );
  const onThe = (asOf: string) => {
    const rows = registerRows(db, { actor: camhs, asOf: day(asOf) }, { limit: 5, today: day('2026-06-01') });
    return linesOf(db, rows, day(asOf)).flatMap(({ unanswered }) => unanswered);
  };
  expect(onThe('2025-12-31')).toEqual([]);
  expect(onThe('2026-01-01')).toEqual([{ service: 'Progressions', since: '2026-01-01', days: 0 }]);
  expect(onThe('2026-03-03')).toEqual([{ service: 'Progressions', since: '2026-01-01', days: 61 }]);
  expect(onThe('2026-03-04')).toEqual([]);
});
