// Names as they are found.
import { searchKey } from './search-key.js';

it.each([
  [['O’Neill-Smith', 'José'], 'oneill smith jose'],
  [["O'Neill", ' Anne  Marie '], 'oneill anne marie'],
  [['Łukasz'], 'lukasz'],
  [['Sørensen', 'Zoë'], 'sorensen zoe'],
  [['Smith, Jo'], 'smith jo'],
  [['', ''], ''],
])('%j is found as "%s"', (names, key) => {
  expect(searchKey(...names)).toBe(key);
});
