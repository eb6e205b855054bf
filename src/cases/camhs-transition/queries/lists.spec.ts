// The lists over real rows: nobody open to CAMHS is missing, and nobody without consent is named.
import type { Actor } from '../../../kernel/envelope.js';
import { transitionEvents as events } from '../domain/events.js';
import { adults, day, opened } from '../domain/transitions-for-tests.js';
import { database, project, type Person } from '../project-for-tests.js';
import { agendaOn } from './agenda.js';
import { past18On } from './past-18-on.js';
import { linesOf, registerRows } from './register-rows.js';
import { viewCase } from './view-case.js';
import { checkVisible, visibleTo } from '../../../engine/person/visible-to.js';

const camhs: Actor = { id: 'c', role: 'camhs-clinician', organisation: 'estuary-camhs' };
const adult: Actor = { id: 'a', role: 'adult-clinician', organisation: adults };
const caseOf = (personId: string, more = {}) => {
  const fact = opened('a', more);
  return { ...fact, data: { ...fact.data, personId } };
};

const people: readonly Person[] = [
  {
    id: 'p1',
    name: 'Named',
    birthDate: '2008-05-15',
    consent: { to: adults, from: '2025-06-01', until: '2026-03-01' },
  },
  { id: 'p2', name: 'Secret', birthDate: '2008-02-10' },
  { id: 'p3', name: 'Elsewhere', birthDate: '2008-03-10', consent: { to: 'another-service', from: '2025-06-01' } },
  { id: 'p4', name: 'Young', birthDate: '2011-10-10' },
];

const filled = () => {
  const db = database(...people);
  project(db, 't1', caseOf('p1'));
  project(db, 't2', caseOf('p2', { referredOn: '2025-12-01', late: true }));
  project(db, 't3', caseOf('p3'));
  return project(db, 't4', caseOf('p4', { send: true }));
};

describe('the agenda', () => {
  const meeting = (on: string, today = on) => agendaOn(filled(), { on: day(on), today: day(today), recipient: adults });

  test('TRN-44: never names a case without consent for that service on that day', () => {
    const agenda = meeting('2026-01-13');
    expect(agenda.named.map(({ name }) => name)).toEqual(['Named Person']);
    expect(agenda.anonymised).toHaveLength(2);
    expect(JSON.stringify(agenda)).not.toMatch(/Secret|Elsewhere|p2|p3|t2|t3/);
    expect(Object.keys(agenda.anonymised[0] ?? {}).sort()).toEqual(['ageYears', 'discussionOverdue', 'stage']);
  });

  test('TRN-43: consent that ended before the meeting, or since, names nobody', () => {
    expect(meeting('2026-03-10').named).toEqual([]);
    expect(meeting('2026-01-13', '2026-03-10').named).toEqual([]);
  });

  test('AMB-05: overdue when last discussed more than three months before', () => {
    const db = filled();
    const fact = (on: string) =>
      events.interfaceDiscussed.fact(day(on), {
        meetingId: on,
        manner: 'named',
        recipients: [adults],
        consentEventIds: [],
      });
    project(db, 't1', caseOf('p1'), fact('2025-10-13'));
    const at = (on: string) => agendaOn(db, { on: day(on), today: day(on), recipient: adults }).named[0];
    expect(at('2026-01-13')).toMatchObject({ lastDiscussedOn: '2025-10-13', discussionOverdue: false });
    expect(at('2026-01-14')).toMatchObject({ discussionOverdue: true });
  });
});

describe('the register', () => {
  const register = (asOf: string, wanted = {}) => {
    const db = filled();
    const rows = registerRows(db, { actor: camhs, asOf: day(asOf) }, { limit: 10, today: day(asOf), ...wanted });
    return linesOf(db, rows, day(asOf));
  };

  test('everyone open to CAMHS, by the next gate; past 18 first', () => {
    expect(register('2026-02-20').map(({ id, nextGate, nextGateOn }) => [id, nextGate, nextGateOn])).toEqual([
      ['t2', 'past-18', '2026-02-10'],
      ['t3', '18', '2026-03-10'],
      ['t1', '18', '2026-05-15'],
      ['t4', '17', '2028-10-10'],
    ]);
    expect(register('2025-01-01').map(({ id, nextGate }) => [id, nextGate])).toEqual([
      ['t3', '17'],
      ['t1', '17'],
      ['t4', 'y9'],
    ]);
  });

  test('TRN-02, TRN-03: past 18 without a reason, and a late referral, are seen on the line', () => {
    const [line] = register('2026-02-20');
    expect(line).toMatchObject({ lateReferral: true, past18: { since: '2026-02-10', days: 10 }, stage: 'A-3' });
    expect(line?.past18?.reason).toBeUndefined();
    expect(line?.nextStep?.id).toBe('TRN-A1.1');
  });

  test('pages go on by gate and id, and a gate can be asked for', () => {
    expect(register('2026-02-20', { limit: 2, after: ['2026-03-10', 't3'] }).map(({ id }) => id)).toEqual(['t1', 't4']);
    expect(register('2026-02-20', { gate: '18' }).map(({ id }) => id)).toEqual(['t3', 't1']);
  });
});

test('TRN-02: the reason and its day of review are shown as of a date', () => {
  const reason = events.past18ReasonRecorded.fact(day('2026-05-11'), {
    reason: 'awaiting-receiver',
    reviewOn: day('2026-06-11'),
  });
  const db = project(database(...people), 't1', caseOf('p1'), reason);
  expect(past18On(db, 't1', day('2026-05-15'), day('2026-06-12'))).toEqual({
    since: '2026-05-15',
    days: 28,
    reason: 'awaiting-receiver',
    reviewOn: '2026-06-11',
    reviewOverdue: true,
  });
});

describe('one case', () => {
  test('its steps by stage: done, due, overdue, not yet', () => {
    const identified = events.stepRecorded.fact(day('2025-06-02'), {
      stepId: 'TRN-A1.1',
      milestone: 'IDENTIFY',
      fact: 'identified',
      outcome: 'done',
    });
    const view = viewCase(project(database(...people), 't1', caseOf('p1'), identified), 't1', day('2026-01-10'));
    const states = Object.fromEntries(view.stages.flatMap(({ steps }) => steps.map(({ id, state }) => [id, state])));
    expect(states).toMatchObject({
      'TRN-A1.1': 'done',
      'TRN-A1.2': 'overdue',
      'TRN-A3.1': 'due',
      'TRN-A4.5': 'not-yet',
    });
    expect(view.stage).toBe('A-3');
    expect(view.nextStep?.id).toBe('TRN-A1.2');
  });

  test('accepted without a worker is shown as bridging, with CAMHS in the lead', () => {
    const referred = events.referred.fact(day('2025-12-18'), { destination: 'PROGRESSIONS', consentEventIds: [] });
    const accepted = events.referralAccepted.fact(day('2026-01-15'), {
      destination: 'PROGRESSIONS',
      by: 'b',
      evidence: 'e',
    });
    const db = project(database(...people), 't1', caseOf('p1'), referred, accepted);
    expect(viewCase(db, 't1', day('2026-05-15'))).toMatchObject({
      bridging: { since: '2026-01-15', days: 120 },
      leadService: 'camhs',
    });
  });

  test('TRN-44: an adult clinician sees it with consent, and on no day after it ended', () => {
    const db = project(database(...people), 't1', caseOf('p1'));
    expect(() => checkVisible(db, 't1', adult, day('2026-02-28'))).not.toThrow();
    expect(() => checkVisible(db, 't1', adult, day('2026-03-01'))).toThrow('no current consent');
    expect(() => checkVisible(db, 't1', adult, day('2026-03-02'))).toThrow('no current consent');
    expect(() => checkVisible(db, 't9', adult, day('2026-03-01'))).toThrow('no transition');
  });

  describe('that was received without consent', () => {
    const voluntary: Actor = { id: 'v', role: 'adult-clinician', organisation: 'harbour-lights' };
    const unheardOf: Actor = { id: 'u', role: 'adult-clinician', organisation: 'a-trust-without-services' };
    const by = (service: string) => [
      events.receivingServiceOpened.fact(day('2026-03-05'), { service, reference: 'r' }),
      events.handOverAccepted.fact(day('2026-03-06'), { service, by: 'b', evidence: 'e' }),
    ];
    const seers = (service: string, on: string) => {
      const db = project(database(...people), 't2', caseOf('p2'), ...by(service));
      return [adult, voluntary, unheardOf]
        .filter((actor) => {
          const { sql, values } = visibleTo(actor, day(on));
          return db.get(`SELECT 1 FROM transition_case c WHERE ${sql}`, ...values) !== undefined;
        })
        .map(({ id }) => id);
    };

    test.each([
      ['VOLUNTARY_SECTOR', ['v']],
      ['ADULT_LD', ['a']],
      ['PROGRESSIONS', []],
    ])('TRN-43: by %s, it opens from that day to the clinicians of that service and to no others', (service, who) => {
      expect(seers(service, '2026-03-04')).toEqual([]);
      expect(seers(service, '2026-03-05')).toEqual(who);
      expect(seers(service, '2026-03-06')).toEqual(who);
    });
  });
});
