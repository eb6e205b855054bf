// Codes as people say them: a name stays a name, also in the middle of a sentence.
import { inWords, words } from './words.js';

test('an organisation keeps its capital letter, a code of our own does not', () => {
  expect(words('estuary-adult-mental-health')).toMatch(/^[A-Z]/);
  expect(inWords('estuary-adult-mental-health')).toBe(words('estuary-adult-mental-health'));
  expect(inWords('social-care')).toBe('social care');
});
