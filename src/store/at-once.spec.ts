// Several at once, never more than so many; after a failure nothing more.
import { eachAtOnce } from './at-once.js';

const settled = () => new Promise(setImmediate);

it.each([
  [10, 3, 3],
  [2, 3, 2],
  [0, 3, 0],
])('does %i, %i at once, in turn of their order', async (count, atMost, most) => {
  const done: number[] = [];
  let now = 0;
  let seen = 0;
  const all = Array.from({ length: count }, (_, index) => index);
  await eachAtOnce(all, atMost, async (one) => {
    seen = Math.max(seen, ++now);
    await settled();
    done.push(one);
    now--;
  });
  expect([done, seen]).toEqual([all, most]);
});

it('begins nothing after a failure, and throws it once what is under way has an end', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const doing = eachAtOnce([1, 2, 3, 4], 2, async (one) => {
    begun.push(one);
    if (one === 1) throw new Error('away');
    await settled();
    ended.push(one);
  });
  await expect(doing).rejects.toThrow('away');
  expect([begun, ended]).toEqual([[1, 2], [2]]);
});
