// TRN-44: given an override of consent, then whoever holds a case of the young person has it on their desk, once, until they have read it.
import { correctionFacts } from '../../../kernel/corrections.js';
import { slices } from '../../../apps/cases.js';
import { ehcEvents } from '../../../cases/ehc-plan/domain/events.js';
import { day, issued, personId } from '../../../cases/ehc-plan/domain/history-for-tests.js';
import { transitionEvents } from '../../../cases/camhs-transition/domain/events.js';
import { notFound } from '../../../kernel/errors.js';
import { opened } from '../../../cases/camhs-transition/domain/transitions-for-tests.js';
import { received } from '../../../cases/waiting/waits-for-tests.js';
import { youngPersonEvents } from '../../person/domain/events.js';
import { taskRows } from '../queries/task-rows.js';
import { OverrideTimer } from './overrides.js';
import { aFolder } from './workshop-for-tests.js';

let folder: ReturnType<typeof aFolder>;
beforeEach(() => {
  folder = aFolder();
});
afterEach(() => folder.close());

const actor = { id: 'ella.manager', role: 'manager', organisation: 'seaborough-council' };
const person = `youngPerson-${personId}`;
const registered = youngPersonEvents.registered.fact(day('2024-09-02'), {
  ...{ givenName: 'Ivy', familyName: 'Sample', birthDate: day('2009-03-14') },
  ...{ sendStatus: 'ehc-plan' as const, responsible: 'seaborough-council' },
});
const overridden = (on: string, until: string) =>
  youngPersonEvents.consentOverridden.fact(day(on), {
    ...{ purpose: 'discuss-with-adult-services', recipient: 'estuary-adult-mental-health' },
    ...{
      basis: 'safeguarding' as const,
      until: day(until),
      reason: 'Talks of self harm',
      authorisedBy: 'ella.manager',
    },
  });
const transitionOf = { ...opened('a'), data: { ...opened('a').data, personId } };
const waitOf = (pathway: 'CHS' | 'MH_CYP') => received('2026-01-05', { pathway, personId });

/** Somebody whose plan and transition are held; the clock stands at noon of 15 June 2026. */
async function held() {
  const instance = folder.instance('2026-06-15');
  await instance.record(person, personId, registered);
  await instance.record('ehcPlan-plan1', personId, issued('2023-03-15'));
  await instance.record('transition-t1', personId, transitionOf);
  const alerts = () =>
    instance.opened.foundations.readSide.db.all<{ role: string; pathway: string; due_on: string; how: string | null }>(
      `SELECT role, pathway, due_on, how FROM task WHERE kind = 'override-to-read' ORDER BY role`,
    );
  return { ...instance, alerts };
}
const told = (role: string, pathway: string, due_on = '2026-06-16') => ({ role, pathway, due_on, how: null });

test('TRN-44: each role that holds a case is told once, from the day on which it was recorded, by however many look', async () => {
  const { record, look, alerts, taskEventCount } = await held();
  await record(person, personId, overridden('2026-06-10', '2026-07-01'));
  await look();
  expect(alerts()).toEqual([told('camhs-clinician', 'transition'), told('send-caseworker', 'ehc')]);
  const count = await taskEventCount();
  await look('2026-06-20');
  await folder.instance('2026-06-20').look();
  expect(await taskEventCount()).toBe(count);
});

test('TRN-44: several waits on one desk are one task; a wait for community health is on another', async () => {
  const { record, look, alerts } = await held();
  await record('wait-w1', personId, waitOf('MH_CYP'));
  await record('wait-w2', personId, waitOf('MH_CYP'));
  await record('wait-w3', personId, waitOf('CHS'));
  await record(person, personId, overridden('2026-06-15', '2026-07-01'));
  await look();
  expect(alerts().map(({ role, pathway }) => `${role} ${pathway}`)).toEqual([
    'camhs-clinician transition',
    'camhs-clinician waiting',
    'send-caseworker ehc',
    'specialist-nurse waiting',
  ]);
});

test('TRN-44: whoever comes to hold a case while it lasts is told too, up to its last day and not on the day of its end', async () => {
  const { record, look, alerts } = await held();
  await record(person, personId, overridden('2026-05-10', '2026-06-05'));
  await record('ehcPlan-plan1', personId, ehcEvents.ceased.fact(day('2026-05-20'), { ground: 'not-necessary' }));
  await look('2026-07-20');
  expect(alerts()).toEqual([]);
  await record(person, personId, overridden('2026-07-20', '2026-08-10'));
  await record('ehcPlan-plan2', personId, issued('2026-06-01'));
  const roles = () => alerts().map(({ role }) => role);
  await look('2026-08-09');
  expect(roles()).toEqual(['camhs-clinician', 'send-caseworker']);
  await record('wait-w3', personId, waitOf('CHS'));
  await look('2026-08-25');
  expect(roles()).toEqual(['camhs-clinician', 'send-caseworker']);
});

test('TRN-44: one that had ended before it was recorded is told all the same', async () => {
  const { record, look, alerts } = await held();
  await record(person, personId, overridden('2026-01-10', '2026-01-20'));
  await look();
  expect(alerts()).toHaveLength(2);
});

test('TRN-44: the end of an override by another that ends on its own day is no news', async () => {
  const { record, look, alerts } = await held();
  await record(person, personId, overridden('2026-06-14', '2026-06-14'));
  await look();
  expect(alerts()).toEqual([]);
});

test('TRN-44: ended before its day by another, it is told to nobody who comes to hold a case after that, and open tasks say the new end', async () => {
  const { record, look, alerts, opened } = await held();
  const ends = (asOf = day('2026-06-22')) =>
    taskRows(opened.foundations.readSide.db, { limit: 9 }, { actor, asOf }, asOf).map(
      ({ override }) => override?.until,
    );
  await record(person, personId, overridden('2026-06-15', '2026-07-15'));
  await look();
  expect(ends()).toEqual(['2026-07-15', '2026-07-15']);
  await look('2026-06-20');
  await record(person, personId, overridden('2026-06-20', '2026-06-20'));
  await record('wait-w3', personId, received('2026-06-20', { pathway: 'CHS', personId }));
  await look('2026-06-21');
  expect(ends()).toEqual(['2026-06-20', '2026-06-20']);
  // Held since its last day, though it was recorded only later.
  await record('wait-w4', personId, received('2026-06-19', { pathway: 'CHS', personId }));
  await look('2026-06-22');
  expect(alerts().map(({ role }) => role)).toEqual(['camhs-clinician', 'send-caseworker', 'specialist-nurse']);
});

test('TRN-44: one that cannot be told of is named, and every later one is told', async () => {
  const { record, look, alerts, send, opened } = await held();
  await record(person, personId, overridden('2026-06-14', '2026-07-01'));
  await record(person, personId, overridden('2026-06-15', '2026-07-10'));
  await look('2026-06-15');
  expect(alerts()).toHaveLength(4);
  await record(person, personId, overridden('2026-06-15', '2026-07-12'));
  await record(person, personId, overridden('2026-06-15', '2026-07-13'));
  await opened.projecting.catchUp();
  const troubles: string[] = [];
  let refusing: string | undefined;
  const { journal, readSide, clock } = opened.foundations;
  const timer = new OverrideTimer({
    ...{ journal, readSide, clock, cases: slices.flatMap((slice) => slice.cases) },
    send: (command) => {
      refusing ??= command.context.causationId;
      if (command.context.causationId === refusing) throw notFound('young person', personId);
      return Promise.resolve(send(command));
    },
    onTrouble: (stream) => troubles.push(stream),
  });
  await timer.look();
  await opened.projecting.catchUp();
  expect([troubles, alerts().length]).toEqual([[`youngPerson ${personId}`], 6]);
});

test('TRN-44: the adult service that received the case is told after CAMHS has closed it', async () => {
  const { record, look, alerts } = await held();
  const service = 'AMHS_RECOVERY_WELLBEING';
  await record(
    'transition-t1',
    personId,
    transitionEvents.handOverAccepted.fact(day('2026-06-01'), { service, by: 'Cora' }),
    transitionEvents.camhsClosed.fact(day('2026-06-02'), { destination: service }),
  );
  await record(person, personId, overridden('2026-06-15', '2026-07-01'));
  await look();
  expect(alerts().map(({ role }) => role)).toEqual(['adult-clinician', 'send-caseworker']);
});

test('TRN-44: nobody is told of the dead; a death taken back brings it to the desk again', async () => {
  const { record, look, alerts } = await held();
  await record(person, personId, overridden('2026-06-15', '2026-07-10'));
  await look();
  const [death = ''] = await record(person, personId, youngPersonEvents.died.fact(day('2026-06-15'), { source: 'gp' }));
  await look();
  expect(alerts().map(({ how }) => how)).toEqual(['case-ended', 'case-ended']);
  const taken = { correctsEventId: death, reason: 'Another Ivy' };
  await record(person, personId, correctionFacts.withdrawn.fact(day('2026-06-15'), taken));
  await look();
  expect(alerts().map(({ how }) => how)).toEqual([null, null]);
});
