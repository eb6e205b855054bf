// An event in words: codes as people say them, and what somebody wrote as they wrote it.
import { destinations } from '../../../cases/camhs-transition/domain/destinations.js';
import { placementKinds, needCodes } from '../../../cases/ehc-plan/domain/words.js';
import { pathways } from '../../../cases/waiting/domain/codes.js';
import { valueInWords } from './history.js';
import { words } from './words.js';

it.each(destinations)('TRN-50: $code stands in a timeline as the list of destinations says it', ({ code, label }) =>
  expect(valueInWords(code)).toBe(label),
);

it('no code of a need, a placement or a pathway stands there raw', () => {
  const capitals = [...placementKinds, ...pathways].filter((code) => /^[A-Z]/.test(code));
  for (const code of capitals) expect(valueInWords(code)).toBe(words(code));
  expect(
    valueInWords([
      { code: 'SPLD', rank: 1 },
      { code: 'HI', rank: 2 },
    ]),
  ).toBe('Specific learning difficulty 1, Hearing impairment 2');
  for (const code of needCodes) expect(valueInWords({ code })).not.toBe(code);
});

it.each(['DS', 'A-2.1', 'EHCP', 'Spoke to Mum', 'ASAP'])('%s is left as it was written', (text) =>
  expect(valueInWords(text, 'note')).toBe(text),
);
