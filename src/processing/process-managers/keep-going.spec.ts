// Keeps managers and timers going until it is told to stop, whatever goes wrong.
import { KeepGoing, type KeepGoingParts } from './keep-going.js';

/** Resolves at the nth call. */
function counted(at: number) {
  let calls = 0;
  let reached: () => void = () => undefined;
  const enough = new Promise<void>((done) => (reached = done));
  const call = () => {
    if (++calls === at) reached();
  };
  return { call, enough, calls: () => calls };
}

const parts = (more: Partial<KeepGoingParts>): KeepGoingParts => ({
  managers: { introduce: () => Promise.resolve(), turn: () => Promise.resolve() },
  timers: { look: () => Promise.resolve() },
  from: 'now',
  seen: () => '1',
  today: () => '2026-06-15' as never,
  onTrouble: (error) => {
    throw error;
  },
  pollEvery: 1,
  lookEvery: 1,
  afterTrouble: 1,
  ...more,
});

test('the timers look again when the read models have seen more, and not otherwise', async () => {
  const looks = counted(2);
  const polls = counted(20);
  let seen = '1';
  const going = new KeepGoing(
    parts({
      timers: { look: () => Promise.resolve(looks.call()) },
      managers: { introduce: () => Promise.resolve(), turn: () => Promise.resolve(polls.call()) },
      seen: () => seen,
    }),
  );
  going.start();
  await polls.enough;
  expect(looks.calls()).toBe(1);
  seen = '2';
  await looks.enough;
  await going.stop();
});

test('trouble is told, and tried again after a while', async () => {
  const troubles = counted(2);
  const worked = counted(1);
  const going = new KeepGoing(
    parts({
      managers: {
        introduce: () => (troubles.calls() < 2 ? Promise.reject(new Error('away')) : Promise.resolve()),
        turn: () => Promise.resolve(worked.call()),
      },
      onTrouble: () => troubles.call(),
    }),
  );
  going.start();
  await troubles.enough;
  await worked.enough;
  await going.stop();
  expect(troubles.calls()).toBe(2);
});
