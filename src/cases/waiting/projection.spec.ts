// Events of waits become rows in a real SQLite: the list, both times of a clock, deadlines.
import { correctionFacts } from '../../kernel/corrections.js';
import type { Envelope } from '../../store/codec.js';
import type { Where } from './queries/wait-filter.js';
import { runningOn } from './queries/wait-filter.js';
import { waitEvents as events } from './domain/events.js';
import { day, received } from './waits-for-tests.js';
import { facts, project } from './project-for-tests.js';
import { waitProjection } from './projection.js';

const removed = (on: string) => events.removedFromList.fact(day(on), { reason: 'moved' });
const correction = events.clockStartCorrected.fact(day('2026-05-04'), {
  from: day('2026-03-02'),
  to: day('2026-02-02'),
  reason: 'Letter',
  author: 'a',
});

test('a wait is one row with its dates', () => {
  const db = project(
    facts('w1', received('2026-03-02'), events.firstContactAttended.fact(day('2026-04-01'), { mode: 'video' })),
  );
  expect(db.get('SELECT * FROM wait_case')).toMatchObject({
    id: 'w1',
    person_id: 'p1',
    clock_start: '2026-03-02',
    clock_start_known_from: '2026-03-02',
    first_contact_on: '2026-04-01',
    ended_on: '9999-12-31',
  });
});

test('WAIT-44: after a correction the list says both what was known then and what is known now', () => {
  const db = project(facts('w1', received('2026-03-02'), correction));
  const startOn = (known: 'now' | 'then') => {
    const { sql, values }: Where = runningOn(day('2026-03-31'), { known });
    return db.all(`SELECT clock_start FROM wait_clock c WHERE ${sql}`, ...values);
  };
  expect(startOn('then')).toEqual([{ clock_start: '2026-03-02' }]);
  expect(startOn('now')).toEqual([{ clock_start: '2026-02-02' }]);
  expect(db.get('SELECT clock_start_known_from AS known FROM wait_case')).toEqual({ known: '2026-05-04' });
});

test('WAIT-44: a removal that was recorded late was not known at the census', () => {
  const db = project([
    { id: 'w1', fact: received('2026-03-02') },
    { id: 'w1', fact: removed('2026-04-28'), recordedOn: '2026-05-06' },
  ]);
  const waitingAtCensus = (known: 'now' | 'then') => {
    const { sql, values } = runningOn(day('2026-04-30'), { known });
    return db.all(`SELECT case_id FROM wait_clock c WHERE ${sql}`, ...values).length;
  };
  expect([waitingAtCensus('then'), waitingAtCensus('now')]).toEqual([1, 0]);
});

test('a second correction on one day replaces the first: a day is known as it stood at its end', () => {
  const again = events.clockStartCorrected.fact(day('2026-05-04'), {
    from: day('2026-02-02'),
    to: day('2026-02-09'),
    reason: 'Stamp',
    author: 'a',
  });
  const db = project(facts('w1', received('2026-03-02'), correction, again));
  expect(db.all('SELECT clock_start, recorded_from, recorded_to FROM wait_clock ORDER BY recorded_from')).toEqual([
    { clock_start: '2026-03-02', recorded_from: '2026-03-02', recorded_to: '2026-05-04' },
    { clock_start: '2026-02-09', recorded_from: '2026-05-04', recorded_to: '9999-12-31' },
  ]);
});

test('WAIT-32: an autism referral has both limits under their own names', () => {
  const db = project(facts('w1', received('2025-11-30', { pathway: 'AUTISM_ADHD' })));
  expect(db.all("SELECT rule, due_on FROM deadline WHERE scope = 'autism' ORDER BY rule")).toEqual([
    { rule: 'WAIT-30', due_on: '2026-02-28' },
    { rule: 'WAIT-31', due_on: '2026-03-01' },
  ]);
});

test('WAIT-45: each contact sets the day of the next, until the wait is over', () => {
  const contact = {
    contact: 'check-in',
    to: 'family',
    channel: 'letter',
    accessibleFormat: 'none-needed',
    outcome: 'sent',
    riskChange: 'not-asked',
  } as const;
  const db = project(facts('w1', received('2026-01-01'), events.waitingWellContact.fact(day('2026-03-01'), contact)));
  expect(db.all("SELECT due_on, met_on FROM deadline WHERE rule = 'WAIT-45' ORDER BY due_on")).toEqual([
    { due_on: '2026-04-01', met_on: '2026-03-01' },
    { due_on: '2026-05-30', met_on: '9999-12-31' },
  ]);
});

test('WAIT-06: the eighteen weeks of an RTT clock are 126 days, and a stop meets them', () => {
  const stopped = events.clockStopped.fact(day('2026-07-06'), { how: 'first-treatment' });
  const db = project(facts('w1', received('2026-03-02', { pathway: 'RTT' }), stopped));
  expect(db.all("SELECT due_on, met_on FROM deadline WHERE rule = 'WAIT-06'")).toEqual([
    { due_on: '2026-07-06', met_on: '2026-07-06' },
  ]);
});

test('WAIT-44: a first contact withdrawn in May was known at the census of April, and is no contact now', () => {
  const contact = events.firstContactAttended.fact(day('2026-04-10'), { mode: 'video' });
  const stop = events.clockStopped.fact(day('2026-04-10'), { how: 'first-contact' });
  const taken = (id: string) =>
    correctionFacts.withdrawn.fact(day('2026-05-06'), { correctsEventId: id, reason: 'another child' });
  const db = project(facts('w1', received('2026-03-02'), contact, stop, taken('e1'), taken('e2')));
  const waiting = (known: 'now' | 'then') => {
    const { sql, values } = runningOn(day('2026-04-30'), { known });
    return db.all(`SELECT case_id FROM wait_clock c WHERE ${sql}`, ...values).length;
  };
  expect([waiting('then'), waiting('now')]).toEqual([0, 1]);
  expect(db.get('SELECT first_contact_on, ended_on FROM wait_case')).toEqual({
    first_contact_on: null,
    ended_on: '9999-12-31',
  });
  expect(db.all("SELECT met_on FROM deadline WHERE rule = 'WAIT-11'")).toEqual([{ met_on: '9999-12-31' }]);
});

test('REC-11: why something was corrected stays out of the rows and the kept state', () => {
  const removal = events.removedFromList.fact(day('2026-05-01'), { reason: 'moved', note: 'a private note' });
  const changes = [{ field: 'reason', from: 'moved', to: 'declined' }];
  const corrected = { correctsEventId: 'e1', changes, reason: 'a private reason' };
  const correction = correctionFacts.corrected.fact(day('2026-05-06'), corrected);
  const db = project(facts('w1', received('2026-03-02'), removal, correction));
  expect(db.get('SELECT removal_reason FROM wait_case')).toEqual({ removal_reason: 'declined' });
  expect(JSON.stringify(db.all('SELECT state FROM wait_state'))).not.toContain('private');
});

test('a death that is put right in the person’s own record moves their waits; the same words in another record do not', () => {
  const db = project(facts('w1', received('2026-03-02')));
  db.run("INSERT INTO person_death VALUES ('p1', '2026-04-20', 'd1', '2026-04-21', '9999-12-31')");
  const correction = correctionFacts.withdrawn.fact(day('2026-04-22'), { correctsEventId: 'd0', reason: 'r' });
  const endedAfter = (stream: string) => {
    const event = { ...correction, id: 'c1', stream, recordedAt: '' } as unknown as Envelope;
    db.transaction(() => waitProjection.apply([event], db));
    return db.get('SELECT ended_on FROM wait_case');
  };
  expect(endedAfter('ehcPlan-p1')).toEqual({ ended_on: '9999-12-31' });
  expect(endedAfter('youngPerson-p1')).toEqual({ ended_on: '2026-04-20' });
});
