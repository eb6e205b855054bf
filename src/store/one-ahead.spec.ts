// The next one is fetched while this one is worked on, and nothing more.
import { oneAhead } from './one-ahead.js';

function counted(upTo: number, failAt = Infinity) {
  const fetched: number[] = [];
  async function* all() {
    for (let n = 1; n <= upTo; n++) {
      await Promise.resolve();
      if (n === failAt) throw new Error(`no ${n}`);
      fetched.push(n);
      yield n;
    }
  }
  return { fetched, all };
}

const settled = () => new Promise(setImmediate);

it('has the next one fetched while this one is worked on, and not the one after it', async () => {
  const { fetched, all } = counted(5);
  const got: number[] = [];
  for await (const one of oneAhead(all())) {
    got.push(one);
    await settled();
    expect(fetched).toEqual([1, 2, 3, 4, 5].slice(0, one + 1));
  }
  expect(got).toEqual([1, 2, 3, 4, 5]);
});

it('gives everything before a failure, and then the failure', async () => {
  const got: number[] = [];
  const { all } = counted(5, 3);
  const reading = (async () => {
    for await (const one of oneAhead(all())) got.push(one);
  })();
  await expect(reading).rejects.toThrow('no 3');
  expect(got).toEqual([1, 2]);
});

it('lets whoever stops early go, whatever becomes of the next one', async () => {
  const { all } = counted(5, 2);
  for await (const one of oneAhead(all())) if (one === 1) break;
  await settled();
});
