// Given a death that was recorded in error, when it is taken back, then what was to be followed up for the person comes back.
import { correctionFacts } from '../../../kernel/corrections.js';
import { ehcEvents as events } from '../../../cases/ehc-plan/domain/events.js';
import { day, noticedByEmail, noticedCycleId, personId } from '../../../cases/ehc-plan/domain/history-for-tests.js';
import type { Fact } from '../../../kernel/events.js';
import { youngPersonEvents } from '../../person/domain/events.js';
import { aFolder } from './workshop-for-tests.js';

const stream = 'ehcPlan-plan1';
const person = `youngPerson-${personId}`;
const bounced = events.noticeBounced.fact(day('2026-06-11'), { cycleId: noticedCycleId, channel: 'email' });
const served = events.noticeServed.fact(day('2026-06-13'), { cycleId: noticedCycleId, channel: 'post' });
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

/** The family of a plan whose notice bounced, on 13 June 2026. */
async function withBounce() {
  const here = folder.instance('2026-06-13');
  await here.managers.introduce();
  await here.record(person, personId, registered);
  const go = async (of: string, ...facts: readonly Fact[]) => {
    const [eventId = ''] = facts.length > 0 ? await here.record(of, personId, ...facts) : [];
    await here.managers.catchUp();
    await here.look();
    return eventId;
  };
  const seconds = () => here.tasks().filter((task) => task.startsWith('second-channel'));
  await go(stream, ...noticedByEmail, bounced);
  expect(seconds()).toEqual(['second-channel null 2026-06-13 open']);
  const correctsEventId = await go(person, youngPersonEvents.died.fact(day('2026-06-12'), { source: 'family' }));
  expect(seconds()).toEqual(['second-channel null 2026-06-13 case-ended']);
  const takeBack = () =>
    go(person, correctionFacts.withdrawn.fact(day('2026-06-13'), { correctsEventId, reason: 'another person' }));
  return { here, go, seconds, takeBack };
}

test('R14: the task that went with the death is there again, on the same day, once', async () => {
  const { here, go, seconds, takeBack } = await withBounce();
  await takeBack();
  expect(seconds()).toEqual(['second-channel null 2026-06-13 open']);
  const count = await here.taskEventCount();
  await go(stream);
  await here.look('2026-06-14');
  expect(await here.taskEventCount()).toBe(count);
});

test('what was settled meanwhile does not come back', async () => {
  const { go, seconds, takeBack } = await withBounce();
  await go(stream, served);
  await takeBack();
  expect(seconds()).toEqual(['second-channel null 2026-06-13 case-ended']);
});
