// The wait before the next try grows with each failure, has an end, and is short again once it went well.
import { BackOff } from './back-off.js';

test('each failure doubles the wait, up to the longest; after it went well it begins anew', () => {
  const backOff = new BackOff({ shortest: 1000, longest: 60_000 });
  const waits = () => Array.from({ length: 8 }, () => backOff.afterFailure());
  expect(waits()).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  backOff.wentWell();
  expect(waits().slice(0, 2)).toEqual([1000, 2000]);
});
