// When a manager fails: tried again, then paused loudly at the event, the others go on, and nothing is lost.
import { civilDate as day } from '../../kernel/calendar/index.js';
import { OnwardError } from '../../kernel/errors.js';
import { ManagerPlaces } from '../processing/process-managers/places.js';
import type { Order } from '../processing/process-managers/react.js';
import { transitionEvents as events } from '../../cases/camhs-transition/domain/events.js';
import { opened } from '../../cases/camhs-transition/domain/transitions-for-tests.js';
import { keepTask } from './commands/keep-task.js';
import { aDesk } from './kit-for-tests.js';
import { keepingOf } from './order-to-command.js';

const late = opened('a', { referredOn: '2026-06-01', late: true });
const of = { appointmentId: 'a1' };
const booked = events.appointmentBooked.fact(day('2026-06-01'), { ...of, bookedFor: day('2026-06-10') });
const missed = events.appointmentMissed.fact(day('2026-06-10'), of);

/** Managers over one late case with a missed appointment; orders of the wrong kind fail as long as `broken`. */
async function failing(problem: Error, retries: readonly number[] = [1, 1]) {
  const desk = aDesk();
  const places = new ManagerPlaces();
  const words: string[] = [];
  const hand = { broken: true, tries: 0 };
  const carryOut = async (order: Order) => {
    if (hand.broken && order.change.wanted.kind.startsWith('missed')) {
      hand.tries++;
      throw problem;
    }
    await desk.send(keepingOf(order, desk.clock.today()));
  };
  const managers = desk.managing({ places, carryOut, retries, onPaused: (_, told) => words.push(told) });
  await managers.introduce();
  await desk.record('transition-t1', late, booked);
  const [eventId = ''] = await desk.record('transition-t1', missed);
  return { ...desk, places, managers, words, hand, eventId };
}

const placeOf = (places: ManagerPlaces, name: string) => places.list().find(({ projection }) => projection === name);

test('it tries again, then pauses just before the event and says which one and what to do', async () => {
  const { managers, places, words, hand, eventId, tasks, store } = await failing(new TypeError('a mistake'));
  await managers.catchUp();
  expect(hand.tries).toBe(3);
  expect(placeOf(places, 'missed-first-appointment')).toMatchObject({
    pausedEvent: eventId,
    pausedStream: 'transition-t1',
    reason: 'TypeError while handling FirstAdultAppointmentMissed',
  });
  expect(words).toEqual([expect.stringContaining(`paused at event ${eventId} (transition-t1, revision 2)`)]);
  expect(words[0]).toContain('npx onward projections resume missed-first-appointment');
  // The other manager went on.
  expect((await tasks()).map(({ kind }) => kind)).toEqual(['late-referral-interface', 'late-referral-planning']);
  expect(placeOf(places, 'late-referral')?.position).toBe(await store.head());
});

test('resumed, it goes on from that event', async () => {
  const { managers, places, hand, tasks } = await failing(new TypeError('a mistake'));
  await managers.catchUp();
  hand.broken = false;
  places.resume('missed-first-appointment');
  await managers.catchUp();
  expect((await tasks()).map(({ kind }) => kind)).toEqual([
    'late-referral-interface',
    'late-referral-planning',
    'missed-first-appointment-adult',
    'missed-first-appointment-camhs',
  ]);
  expect(placeOf(places, 'missed-first-appointment')?.pausedAt).toBeNull();
});

test('a store that cannot be reached is no reason to pause: the next look goes on', async () => {
  const away = new OnwardError('store-unavailable', { detail: 'The store is away.' });
  const { managers, places, hand, tasks } = await failing(away);
  await expect(managers.catchUp()).rejects.toThrow('The store is away.');
  expect(placeOf(places, 'missed-first-appointment')?.pausedAt).toBeNull();
  hand.broken = false;
  await managers.catchUp();
  expect(await tasks()).toHaveLength(4);
});

test('what is done goes through the policy: only the system keeps tasks', async () => {
  const { send, journal } = aDesk();
  const actor = { id: 'ella', role: 'manager', organisation: 'seaborough-council' };
  const order = { type: 'Withdraw', on: day('2026-06-15'), because: 'cause-withdrawn' } as const;
  const context = { actor, commandId: 'c', correlationId: 'c' };
  await expect(send(keepTask.of({}, { pathway: 'transition', taskId: 't', what: order }, context))).rejects.toThrow(
    'It is for: system.',
  );
  expect(await journal.store.head()).toBeUndefined();
});

test('a place of a manager that is no more holds nobody up', async () => {
  const { managers, places } = await failing(new TypeError('x'));
  places.begin('of-an-older-version', '' as never);
  await managers.catchUp();
  expect(placeOf(places, 'of-an-older-version')?.position).toBe('');
});

test('a turn ends with what was there when it began, so that a busy store does not hold it for ever', async () => {
  const { managers, hand, tasks, record } = await failing(new TypeError('x'));
  hand.broken = false;
  let more = 0;
  const busy = () => {
    void record('transition-t2', opened('a', { referredOn: '2026-06-01' }));
    return ++more < 50;
  };
  await managers.turn(busy);
  // At 50 it would have been told to stop.
  expect(more).toBeLessThan(50);
  expect(await managers.step()).toBe(true);
  expect(await tasks()).toHaveLength(4);
});
