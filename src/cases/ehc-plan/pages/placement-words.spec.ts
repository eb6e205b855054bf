// What is said of a placement: a school that the list has stands by its name, another by its number, and that is said.
import { placementWords } from './placement-words.js';

test.each([
  [{ kind: 'school', urn: '115113' }, 'School (type not recorded), URN 115113, not in the list of schools'],
  [
    { kind: 'mainstream', urn: '115113', resourcedProvision: true },
    'Mainstream, URN 115113, not in the list of schools, resourced provision',
  ],
  [
    { kind: 'mainstream', urn: '115113', schoolName: 'Harbour School', senUnit: true },
    'Mainstream, Harbour School, SEN unit',
  ],
  [{ kind: 'further-education', ukprn: '10001234' }, 'Further education, UKPRN 10001234, not in the list of schools'],
  [
    { kind: 'special', urn: '115113', residential: 'B' },
    'Special, URN 115113, not in the list of schools, residential, 52 weeks',
  ],
  [{ kind: 'NIEC' }, 'Not in education, notice to cease issued'],
])('%j is %s', (placed, said) => expect(placementWords(placed)).toBe(said));
