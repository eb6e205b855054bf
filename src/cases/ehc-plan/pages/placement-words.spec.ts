// What is said of a placement: a return that names a school by its number only says so.
import { placementWords } from './placement-words.js';

test.each([
  [{ kind: 'school', urn: '115113' }, 'School (type not recorded), URN 115113'],
  [{ kind: 'mainstream', urn: '115113', resourcedProvision: true }, 'Mainstream, URN 115113, resourced provision'],
  [{ kind: 'mainstream', urn: '115113', senUnit: true }, 'Mainstream, URN 115113, SEN unit'],
  [{ kind: 'further-education', ukprn: '10001234' }, 'Further education, UKPRN 10001234'],
  [{ kind: 'special', urn: '115113', residential: 'B' }, 'Special, URN 115113, residential, 52 weeks'],
  [{ kind: 'NIEC' }, 'Not in education, notice to cease issued'],
])('%j is %s', (placed, said) => expect(placementWords(placed)).toBe(said));
