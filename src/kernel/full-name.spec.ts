// One way of putting a name together, for every list and page.
import { fullName } from './full-name.js';

it.each([
  [{ given_name: 'Robin', family_name: 'Example' }, 'Robin Example'],
  [{ givenName: 'Robin', familyName: 'Example' }, 'Robin Example'],
  [{ given_name: 'Robin', family_name: '' }, 'Robin'],
  [{ given_name: null, family_name: 'Example' }, 'Example'],
  [{ given_name: null, family_name: null }, ''],
  [{}, ''],
])('%j is “%s”', (row, name) => expect(fullName(row)).toBe(name));
