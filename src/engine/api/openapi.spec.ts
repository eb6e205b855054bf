// What is made once is kept when it was made, and not when it failed.
import { once } from './openapi.js';

test('it is made once for all who ask, and anew after it failed', async () => {
  let tries = 0;
  const document = once(() => (++tries === 1 ? Promise.reject(new Error('no library')) : Promise.resolve(tries)));
  const first = [document(), document()].map((asked) => asked.catch((error: unknown) => String(error)));
  expect(await Promise.all(first)).toEqual(['Error: no library', 'Error: no library']);
  expect(await Promise.all([document(), document()])).toEqual([2, 2]);
  expect(await document()).toBe(2);
});
