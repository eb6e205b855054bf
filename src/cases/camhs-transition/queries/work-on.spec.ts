// What a case page reads beyond the case: its dates with their arithmetic, what can be recorded, consent; and the counts of the register.
import type { Actor } from '../../../kernel/envelope.js';
import { transitionEvents as events } from '../domain/events.js';
import { adults, day, opened } from '../domain/transitions-for-tests.js';
import { database, project } from '../project-for-tests.js';
import { gateCounts, registerTeams, registerWorkers } from './register-counts.js';
import { linesOf, registerRows } from './register-rows.js';
import { viewCase } from './view-case.js';
import { workOn } from './work-on.js';

const camhs: Actor = { id: 'c', role: 'camhs-clinician', organisation: 'estuary-camhs' };
const adult: Actor = { id: 'a', role: 'adult-clinician', organisation: adults };
const caseOf = (personId: string, more = {}) => {
  const fact = opened('a', more);
  return { ...fact, data: { ...fact.data, personId } };
};

// Born 15 May 2008: TRN-E1, TRN-E2.
const filled = () => {
  const consent = { to: adults, from: '2025-06-01', until: '2026-03-01' };
  const db = database(
    { id: 'p1', name: 'Named', birthDate: '2008-05-15', consent },
    { id: 'p2', name: 'Secret', birthDate: '2008-02-10' },
  );
  db.run(
    "INSERT INTO named_worker VALUES ('p1', 'named-worker', '2025-06-01', '2026-02-01', 'as1', 'ben', 'Ben Ferris')",
  );
  project(db, 't1', caseOf('p1'));
  return project(db, 't2', caseOf('p2', { referredOn: '2025-12-01', late: true }));
};

it('TRN-E2: the last day of the final meeting explains itself, and is met by the meeting', () => {
  const line = (on: string, db = filled()) => workOn(db, 't1', day(on)).lines.find(({ key }) => key === 'TRN-A3.6');
  expect(line('2026-01-10')).toMatchObject({ dueOn: '2026-05-14', status: 'due', metOn: null, force: 'local' });
  expect(line('2026-01-10')?.basis.join(' ')).toContain('the age of 18 years is reached on 15 May 2026');
  const db = filled();
  const data = { stepId: 'TRN-A3.6', milestone: 'FINAL_MEETING', fact: 'finalMeeting', outcome: 'done' } as const;
  project(db, 't1', events.stepRecorded.fact(day('2026-02-01'), data));
  expect(line('2026-02-01', db)).toMatchObject({ status: 'met', metOn: '2026-02-01' });
  // What happened later has not happened yet.
  expect(line('2026-01-31', db)).toMatchObject({ status: 'due', metOn: null });
});

it.each([
  ['2026-03-04', '2026-11-20'],
  ['2026-03-05', undefined],
])(
  'AMB-12: six months of the audit from the closure, chosen for what begins on %s or later: one date on every page',
  (from, until) => {
    const db = database({ id: 'p1', birthDate: '2008-05-15' });
    db.run(
      "INSERT INTO area_setting (area, nth, authority, setting, value, from_on, basis, chosen_on, event_id) VALUES ('area', 0, NULL, 'AMB-12', 'CAMHS_CLOSED', ?, 'local-protocol', '2026-01-05', 's1')",
      from,
    );
    const closed = events.camhsClosed.fact(day('2026-05-20'), { destination: 'PROGRESSIONS' });
    project(db, 't1', caseOf('p1', { referredOn: '2026-03-04' }), closed);
    const row = db.get<{ due_on: string }>("SELECT due_on FROM deadline WHERE key = 'TRN-A4.5'")?.due_on;
    const line = workOn(db, 't1', day('2026-06-01')).lines.find(({ key }) => key === 'TRN-A4.5')?.dueOn;
    const steps = viewCase(db, 't1', day('2026-06-01')).stages.flatMap((stage) => stage.steps);
    expect([row, line, steps.find(({ id }) => id === 'TRN-A4.5')?.closesOn]).toEqual([until, until, until]);
  },
);

it('a step that a rule guards takes no "done" here, and says how it is recorded (TRN-44, TRN-45)', () => {
  const { steps, revision } = workOn(filled(), 't1', day('2026-01-10'));
  const of = (id: string) => steps.find(({ stepId }) => stepId === id);
  expect(revision).toBe(0);
  expect(of('TRN-A2.1')?.outcomes).toEqual(['not-possible']);
  expect(of('TRN-A2.1')?.recordedBy).toContain('interface');
  expect(of('TRN-A3.6')).toMatchObject({ outcomes: ['done', 'offered-and-declined'], recordedBy: undefined });
  expect(of('TRN-A4.2')?.outcomes).toEqual([]);
});

it('TRN-43: consent is told for each service, ended consent as none, and to an adult service only its own', () => {
  const consents = (id: string, on: string, only?: string) => workOn(filled(), id, day(on), only).consents;
  expect(consents('t1', '2026-01-10')).toEqual([{ recipient: adults, kind: 'given', on: '2025-06-01' }]);
  expect(consents('t1', '2026-03-01')).toMatchObject([{ recipient: adults, kind: 'none' }]);
  expect(consents('t2', '2026-01-10')).toMatchObject([{ kind: 'none' }]);
  expect(consents('t1', '2026-01-10', 'another-service')).toEqual([]);
});

describe('the register', () => {
  const asked = (on: string, actor = camhs) => ({ actor, asOf: day(on) });
  const wanted = { limit: 10, today: day('2026-01-10') };

  it('counts what it lists: each gate, the workers and the teams; of whom one may see only', () => {
    const counted = (on: string, actor = camhs) =>
      gateCounts(filled(), asked(on, actor), day(on)).filter(({ cases }) => cases > 0);
    expect(counted('2026-01-10')).toEqual([{ gate: '18', cases: 2 }]);
    expect(counted('2026-02-10')).toEqual([
      { gate: '18', cases: 1 },
      { gate: 'past-18', cases: 1 },
    ]);
    expect(counted('2026-01-10', adult)).toEqual([{ gate: '18', cases: 1 }]);
    expect(registerWorkers(filled(), asked('2026-01-10'), day('2026-01-10'))).toEqual([
      { id: 'ben', name: 'Ben Ferris' },
    ]);
    expect(registerWorkers(filled(), asked('2026-02-01'), day('2026-02-01'))).toEqual([]);
    expect(registerTeams(filled(), asked('2026-01-10'), day('2026-01-10'))).toHaveLength(1);
  });

  it('is filtered by the named worker of the day and by late referral (TRN-03, TRN-24)', () => {
    const ids = (on: string, more: object) =>
      registerRows(filled(), asked(on), { ...wanted, ...more }).map(({ id }) => id);
    expect(ids('2026-01-10', { worker: 'ben' })).toEqual(['t1']);
    expect(ids('2026-02-01', { worker: 'ben' })).toEqual([]);
    expect(ids('2026-01-10', { late: true })).toEqual(['t2']);
    expect(ids('2026-01-10', { late: false })).toEqual(['t1']);
    const db = filled();
    const lines = linesOf(db, registerRows(db, asked('2026-01-10'), wanted), day('2026-01-10'));
    expect(lines.map(({ name, namedWorkers }) => [name, namedWorkers])).toEqual([
      ['Secret Person', []],
      ['Named Person', [{ id: 'ben', name: 'Ben Ferris' }]],
    ]);
  });
});
