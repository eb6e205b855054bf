// Events of transitions become rows in a real SQLite.
import { correctionFacts } from '../../kernel/corrections.js';
import { transitionEvents as events } from './domain/events.js';
import { day, opened } from './domain/transitions-for-tests.js';
import { database, envelope, project } from './project-for-tests.js';
import { transitionProjection } from './projection.js';

const ann = { id: 'p1', birthDate: '2008-05-15' };
const amhs = 'AMHS_RECOVERY_WELLBEING';

test('a transition is one row with its gates, steps under their milestones, and its deadlines', () => {
  const identified = events.stepRecorded.fact(day('2025-06-02'), {
    stepId: 'TRN-A1.1',
    milestone: 'IDENTIFY',
    fact: 'identified',
    outcome: 'done',
    reason: 'a private reason',
  });
  const db = project(database(ann), 't1', opened(), identified);
  expect(db.get('SELECT * FROM transition_case')).toMatchObject({
    id: 't1',
    person_id: 'p1',
    pack: 'camhs-transition-a',
    closed_on: '9999-12-31',
    gate_17: '2025-05-15',
    gate_17_6: '2025-11-15',
    gate_18: '2026-05-15',
  });
  expect(db.all('SELECT step_id, milestone, outcome, on_date, event_id FROM transition_step')).toEqual([
    { step_id: 'TRN-A1.1', milestone: 'IDENTIFY', outcome: 'done', on_date: '2025-06-02', event_id: 't1-e2' },
  ]);
  expect(db.get("SELECT due_on, met_on FROM deadline WHERE key = 'TRN-A1.1'")).toEqual({
    due_on: '2025-11-14',
    met_on: '2025-06-02',
  });
  expect(JSON.stringify(db.all('SELECT state FROM transition_state'))).not.toContain('private');
});

test('what other commands settle shows as steps of the protocol too', () => {
  const db = project(
    database(ann),
    't1',
    opened(),
    events.receivingServiceOpened.fact(day('2026-05-15'), { service: amhs, reference: 'r' }),
    events.camhsClosed.fact(day('2026-05-20'), { destination: amhs }),
  );
  expect(db.all('SELECT step_id, on_date FROM transition_step ORDER BY step_id')).toEqual([
    { step_id: 'TRN-A4.1', on_date: '2026-05-15' },
    { step_id: 'TRN-A4.2', on_date: '2026-05-20' },
  ]);
  expect(db.get('SELECT closed_on, closed_to, receiver FROM transition_case')).toEqual({
    closed_on: '2026-05-20',
    closed_to: amhs,
    receiver: amhs,
  });
});

test('a withdrawn fact leaves the rows, and writing again changes nothing', () => {
  const met = events.adultWorkerMet.fact(day('2026-01-12'), { together: true });
  const withdrawn = correctionFacts.withdrawn.fact(day('2026-01-20'), {
    correctsEventId: 't1-e2',
    reason: 'someone else',
  });
  const db = project(database(ann), 't1', opened(), met, withdrawn);
  expect(db.get('SELECT adult_met_on FROM transition_case')).toEqual({ adult_met_on: '9999-12-31' });
  const before = db.all('SELECT * FROM deadline');
  project(db, 't1');
  expect(db.all('SELECT * FROM deadline')).toEqual(before);
});

test('TRN-02: a date that follows from the birth date names the event of the person that says it', () => {
  const db = project(database(ann), 't1', opened());
  expect(db.get("SELECT trigger_event, trigger_on FROM deadline WHERE key = 'openAt18'")).toEqual({
    trigger_event: 'born-p1',
    trigger_on: '2008-05-15',
  });
});

test('TRN-24: who was named in error is nobody’s named worker', () => {
  const db = database(ann);
  db.run("INSERT INTO named_worker VALUES ('p1', 'named-worker', '2025-06-01', '2025-06-01', 'a1', 'w1', NULL)");
  project(db, 't1', opened());
  expect(db.get("SELECT met_on FROM deadline WHERE key = 'namedWorkerBefore'")).toEqual({ met_on: '9999-12-31' });
});

test('TRN-03: the register and the windows call the same referrals late', () => {
  const on = (referredOn: string) => {
    const db = project(database(ann), 't1', opened('a', { referredOn }));
    const window = db.get<{ due_on: string }>(
      "SELECT due_on FROM deadline WHERE key = 'TRN-A2.1' AND valid_to = '9999-12-31'",
    );
    return [db.get<{ late: number }>('SELECT late FROM transition_case')?.late, window?.due_on];
  };
  expect([on('2025-11-14'), on('2025-11-15')]).toEqual([
    [0, '2025-11-14'],
    [1, '2026-05-14'],
  ]);
});

test('CAL-12: a corrected birth date moves every gate of the cases of that person', () => {
  const db = project(database(ann), 't1', opened());
  db.run("UPDATE young_person SET birth_date = '2008-08-31' WHERE id = 'p1'");
  const corrected = envelope(
    { type: 'YoungPersonDetailsCorrected', occurredOn: '2026-01-01', data: {} },
    'youngPerson-p1',
    'x',
  );
  db.transaction(() => transitionProjection.apply([corrected], db));
  expect(db.get('SELECT gate_17_6, gate_18 FROM transition_case')).toEqual({
    gate_17_6: '2026-02-28',
    gate_18: '2026-08-31',
  });
});

test('what is put right in the person’s own record moves their transition; the same words in another record do not', () => {
  const db = project(database(ann), 't1', opened());
  db.run("UPDATE young_person SET birth_date = '2008-06-15'");
  const correction = correctionFacts.corrected.fact(day('2026-01-20'), {
    correctsEventId: 'd0',
    changes: [{ field: 'occurredOn', to: day('2026-01-12') }],
    reason: 'r',
  });
  const gateAfter = (stream: string) => {
    db.transaction(() => transitionProjection.apply([envelope(correction, stream, 'c1')], db));
    return db.get('SELECT gate_18 FROM transition_case');
  };
  expect(gateAfter('wait-p1')).toEqual({ gate_18: '2026-05-15' });
  expect(gateAfter('youngPerson-p1')).toEqual({ gate_18: '2026-06-15' });
});
