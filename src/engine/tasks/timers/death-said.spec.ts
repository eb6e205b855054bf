// Given a death that one record says, then everything else about the person waits until it is confirmed, or that record put right.
import { correctionFacts } from '../../../kernel/corrections.js';
import { countAbsencesSlowly } from '../../../cases/ehc-plan/absences-for-tests.js';
import { ehcEvents as events } from '../../../cases/ehc-plan/domain/events.js';
import { day, noticedByEmail, noticedCycleId, personId } from '../../../cases/ehc-plan/domain/history-for-tests.js';
import { landingOf } from '../../../cases/ehc-plan/landing-tally.js';
import { countPhases } from '../../../cases/ehc-plan/queries/late-reviews.js';
import type { Fact } from '../../../kernel/events.js';
import { waitEvents } from '../../../cases/waiting/domain/events.js';
import { received } from '../../../cases/waiting/waits-for-tests.js';
import { countTasksOn } from '../../deadlines/queries/count-worklist.js';
import { departedRows } from '../../deadlines/queries/list-departed.js';
import { isSaidToHaveDied } from '../../deadlines/nothing-asked.js';
import { worklistRows } from '../../deadlines/worklist-rows.js';
import { youngPersonEvents } from '../../person/domain/events.js';
import { aFolder } from './workshop-for-tests.js';

const plan = 'ehcPlan-plan1';
const wait = 'wait-w1';
const person = `youngPerson-${personId}`;
const bounced = events.noticeBounced.fact(day('2026-06-11'), { cycleId: noticedCycleId, channel: 'email' });
const died = waitEvents.removedFromList.fact(day('2026-06-12'), { reason: 'died' });
const registered = youngPersonEvents.registered.fact(day('2024-06-20'), {
  givenName: 'Robin',
  familyName: 'Example',
  birthDate: day('2012-04-01'),
  sendStatus: 'ehc-plan',
  responsible: '882',
});

let folder: ReturnType<typeof aFolder>;
beforeEach(() => (folder = aFolder()));
afterEach(() => folder.close());

/** A plan whose notice bounced, and a wait that a list says ended with a death; on 13 June 2026. */
async function withDeathSaid() {
  const here = folder.instance('2026-06-13');
  await here.managers.introduce();
  const go = async (of: string, ...facts: readonly Fact[]) => {
    const ids = facts.length > 0 ? await here.record(of, personId, ...facts) : [];
    await here.managers.catchUp();
    await here.look();
    return ids;
  };
  const today = day('2026-06-13');
  const db = () => here.opened.foundations.readSide.db;
  const asked = () => worklistRows(db(), today, today, {}, 50).map(({ row }) => row.key);
  const counted = () => {
    const { overdue, absent, soon, later } = countTasksOn(db(), today, today, {});
    return overdue + absent + soon + later;
  };
  await go(person, registered);
  await go(wait, received('2026-05-01', { personId }));
  await go(plan, ...noticedByEmail, bounced);
  const before = { keys: asked(), tasks: here.tasks() };
  expect(before.tasks.some((task) => task.startsWith('second-channel') && task.endsWith('open'))).toBe(true);
  expect(before.keys.length).toBeGreaterThan(1);
  const [removal = ''] = await go(wait, died);
  return { here, go, asked, counted, before, removal, db, today };
}

const open = (tasks: readonly string[]) => tasks.filter((task) => task.endsWith('open'));

test('REC-11: nothing is asked but to confirm it; the counts say the same, and the follow-ups of other records wait', async () => {
  const { here, asked, counted, db, today } = await withDeathSaid();
  expect(asked()).toEqual(['confirm-death']);
  expect(counted()).toBe(1);
  expect(open(here.tasks())).toEqual(['confirm-death null 2026-06-14 open']);
  expect(isSaidToHaveDied(db(), personId, today)).toBe(true);
  expect(isSaidToHaveDied(db(), personId, day('2026-06-12'))).toBe(false);
});

test('REC-11: counts of absences and of reviews to come leave them out, and the list of open cases says why', async () => {
  const { here, counted, db, today, removal, go } = await withDeathSaid();
  const plans = () => countPhases(db(), today).reduce((all, phase) => all + phase.plans, 0);
  const toCome = () => {
    const { before, days } = landingOf(db(), null, today, day('2030-01-01'));
    return days.reduce((all, { count }) => all + count, before);
  };
  const departed = () =>
    departedRows(db(), today, { limit: 10 }).map((row) => [row['why'], row['pathway'], row['since']]);
  expect(counted()).toBe(1);
  expect(plans()).toBe(0);
  expect(toCome()).toBe(0);
  expect(countPhases(db(), today)).toEqual(countAbsencesSlowly(db(), today).phases);
  expect(departed()).toEqual([['said-to-have-died', 'ehc', '2026-06-13']]);
  expect(departedRows(db(), day('2026-06-12'), { limit: 10 })).toEqual([]);
  await go(wait, correctionFacts.withdrawn.fact(today, { correctsEventId: removal, reason: 'another child' }));
  await here.look();
  expect(plans()).toBe(1);
  expect(toCome()).toBeGreaterThan(0);
  expect(departed()).toEqual([]);
});

test('REC-11: one confirmation ends what every record asks', async () => {
  const { here, go, asked, counted } = await withDeathSaid();
  await go(person, youngPersonEvents.died.fact(day('2026-06-12'), { source: 'family' }));
  expect(asked()).toEqual([]);
  expect(counted()).toBe(0);
  expect(here.tasks()).toContainEqual('confirm-death null 2026-06-14 fact');
  expect(open(here.tasks())).toEqual([]);
});

test('REC-11: a record that is put right lets everything go on, on the same day', async () => {
  const { here, go, asked, before, removal } = await withDeathSaid();
  await go(
    wait,
    correctionFacts.withdrawn.fact(day('2026-06-13'), { correctsEventId: removal, reason: 'another child' }),
  );
  await here.look();
  expect(asked()).toEqual(before.keys);
  expect(open(here.tasks())).toEqual(open(before.tasks));
});

test('REC-11: a death that was confirmed and is taken back lets everything go on', async () => {
  const { here, go, asked } = await withDeathSaid();
  const [correctsEventId = ''] = await go(person, youngPersonEvents.died.fact(day('2026-06-12'), { source: 'family' }));
  const back = { correctsEventId, reason: 'another person' };
  await go(person, correctionFacts.withdrawn.fact(day('2026-06-13'), back));
  await here.look();
  expect(open(here.tasks()).some((task) => task.startsWith('second-channel'))).toBe(true);
  expect(asked()).toContain('second-channel');
});

describe('REC-11: a death that was confirmed and taken back, while the wait still says it', () => {
  async function takenBack() {
    const parts = await withDeathSaid();
    const { go, here } = parts;
    const confirmed = youngPersonEvents.died.fact(day('2026-06-12'), { source: 'family' });
    const [correctsEventId = ''] = await go(person, confirmed);
    const back = { correctsEventId, reason: 'another person' };
    await go(person, correctionFacts.withdrawn.fact(day('2026-06-13'), back));
    await here.look();
    return parts;
  }

  test('is asked of whoever keeps that record, and nothing else waits for the answer', async () => {
    const { here, asked } = await takenBack();
    expect(open(here.tasks())).toContain('death-denied null 2026-06-14 open');
    expect(asked()).toEqual(expect.arrayContaining(['death-denied', 'second-channel']));
    const count = await here.taskEventCount();
    await here.look('2026-06-14');
    expect(open(here.tasks())).toContain('death-denied null 2026-06-14 open');
    expect(await here.taskEventCount()).toBe(count);
  });

  test('cites the event that took the death back, and no move that was taken back since', async () => {
    const { here, go } = await withDeathSaid();
    const confirmed = youngPersonEvents.died.fact(day('2026-06-12'), { source: 'family' });
    const [death = ''] = await go(person, confirmed);
    const back = (correctsEventId: string) =>
      correctionFacts.withdrawn.fact(day('2026-06-13'), { correctsEventId, reason: 'no' });
    const withdrawal = { death: '', move: '' };
    const [move = ''] = await here.record(
      person,
      personId,
      youngPersonEvents.movedAway.fact(day('2026-06-11'), { source: 'family' }),
    );
    [withdrawal.death = ''] = await here.record(person, personId, back(death));
    [withdrawal.move = ''] = await go(person, back(move));
    await here.look();
    const causes: unknown[] = [];
    for await (const page of here.opened.foundations.journal.store.readAll())
      for (const { data } of page) if (JSON.stringify(data).includes('death-denied')) causes.push(JSON.stringify(data));
    expect(causes).toHaveLength(1);
    expect(causes[0]).toContain(withdrawal.death);
    expect(causes[0]).not.toContain(withdrawal.move);
  });

  test('is asked no more once that record is put right', async () => {
    const { here, go, removal } = await takenBack();
    await go(wait, correctionFacts.withdrawn.fact(day('2026-06-13'), { correctsEventId: removal, reason: 'no' }));
    expect(here.tasks()).toContain('death-denied null 2026-06-14 cause-withdrawn');
  });

  test('is asked no more once the death is recorded again, and again when that is taken back too', async () => {
    const { here, go } = await takenBack();
    const again = youngPersonEvents.died.fact(day('2026-06-13'), { source: 'family' });
    const [correctsEventId = ''] = await go(person, again);
    expect(open(here.tasks())).toEqual([]);
    await go(person, correctionFacts.withdrawn.fact(day('2026-06-13'), { correctsEventId, reason: 'no' }));
    await here.look();
    expect(open(here.tasks())).toContain('death-denied null 2026-06-14 open');
  });
});
