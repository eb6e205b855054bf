// REC-40: what is told of a count, and what is withheld.
import { told } from './readiness-figures.js';

test.each([
  [0, undefined],
  [1, undefined],
  [4, undefined],
  [5, 5],
  [6, 5],
  [7, 5],
  [8, 10],
  [12, 10],
  [13, 15],
  [17, 15],
  [18, 20],
  [22, 20],
  [23, 25],
])('REC-40: %i is told as %s', (count, shown) => expect(told(count)).toBe(shown));
