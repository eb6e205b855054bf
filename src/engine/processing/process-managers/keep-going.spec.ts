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
  restFor: 1,
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

test('beside a store that tells of news, nobody is asked again before it does; also what came during a turn is heard', async () => {
  const turns: number[] = [];
  let ring: () => void = () => undefined;
  let listens = true;
  const third = counted(3);
  const going = new KeepGoing(
    parts({
      listen: (hear) => {
        ring = hear;
        return () => (listens = false);
      },
      pollEvery: 3_600_000,
      managers: {
        introduce: () => Promise.resolve(),
        turn: () => {
          turns.push(turns.length);
          // While the second turn looks, another instance writes.
          if (turns.length === 2) ring();
          third.call();
          return Promise.resolve();
        },
      },
    }),
  );
  going.start();
  while (turns.length < 1) await new Promise((next) => setImmediate(next));
  ring();
  await third.enough;
  await going.stop();
  expect([turns.length, listens]).toEqual([3, false]);
});

test('a store that tells of nothing any more is asked from time to time', async () => {
  const turns = counted(3);
  const going = new KeepGoing(
    parts({
      listen: () => () => undefined,
      pollEvery: 5,
      managers: { introduce: () => Promise.resolve(), turn: () => Promise.resolve(turns.call()) },
    }),
  );
  going.start();
  await turns.enough;
  await going.stop();
});
